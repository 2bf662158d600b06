-- purpose: the latest month of each period that has results: what is shown of a quarter or a year
-- grain: scenario_id, period_kind, period_start
select
    stored_result.scenario_id,
    stored_result.period_kind,
    stored_result.period_start,
    max(stored_result.as_of_month) as month
from stored_result
where stored_result.superseded_by is null
group by stored_result.scenario_id, stored_result.period_kind, stored_result.period_start
