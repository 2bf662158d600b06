-- purpose: the results of the periods in scope as the views say now
create temp table fresh_result as
select *
from unit_result
