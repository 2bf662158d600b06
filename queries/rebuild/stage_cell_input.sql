-- purpose: compute cell_input once for the months in scope; views above read this table in its place
-- params: first_month date, last_month date
create temp table cell_input as
select *
from cell_input
where scenario_id = 0 and month between $first_month and $last_month
