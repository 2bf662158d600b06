-- purpose: the units of all open months, found once; this table stands before the view
create temp table active_unit as
select *
from active_unit
