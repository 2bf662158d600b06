-- purpose: the latest month of a period that has results: what is shown of a quarter or a year
-- grain: one row
-- params: period_kind varchar, period_start date
select max(stored_result.as_of_month) as month
from stored_result
where
    stored_result.scenario_id = 0
    and stored_result.superseded_by is null
    and stored_result.period_kind = $period_kind
    and stored_result.period_start = $period_start
