-- purpose: the open months that take data, found once; this table stands before the view
create temp table active_month as
select *
from active_month
