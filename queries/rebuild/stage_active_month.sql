-- purpose: find active_month once for all; views above read this table in its place
create temp table active_month as
select *
from active_month
