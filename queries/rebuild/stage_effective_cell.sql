-- purpose: compute effective_cell once for the years in scope; views above read this table in its place
-- params: first_month date, last_month date
create temp table effective_cell as
select *
from effective_cell
where
    scenario_id = 0
    and year_start > months_before($first_month, 12)
    and year_start <= $last_month
