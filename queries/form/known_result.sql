-- purpose: the reported cells of a month as they count now
-- params: month date
select
    active_result.unit_id,
    active_result.indicator_id,
    active_result.state,
    active_result.value
from active_result
where active_result.scenario_id = 0 and active_result.month = $month
