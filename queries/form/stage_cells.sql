-- purpose: the cells of all open months, computed once; this table stands before the view
create temp table cell_input as
select *
from cell_input
where scenario_id = 0
