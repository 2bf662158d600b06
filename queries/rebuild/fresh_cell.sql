-- purpose: the cells of the months in scope as the views say now
create temp table fresh_cell as
select *
from cell_score
