-- purpose: the latest month a period has, and the start of the period before by the calendar
-- grain: one row
-- params: period_kind varchar, period_start date
select
    max(stored_result.as_of_month) as as_of_month,
    max(stored_result.previous_start) as previous_start
from stored_result
where
    stored_result.scenario_id = 0
    and stored_result.superseded_by is null
    and stored_result.period_kind = $period_kind
    and stored_result.period_start = $period_start
