-- purpose: compute leaf_score once for the months in scope; views above read this table in its place
-- params: first_month date, last_month date
create temp table leaf_score as
select *
from leaf_score
where scenario_id = 0 and month between $first_month and $last_month
