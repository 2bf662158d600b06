-- purpose: find active_unit once for all; views above read this table in its place
create temp table active_unit as
select *
from active_unit
