-- purpose: compute leaf once for the months in scope; views above read this table in its place
-- params: first_month date, last_month date
create temp table leaf as
select *
from leaf
where scenario_id = 0 and month between $first_month and $last_month
