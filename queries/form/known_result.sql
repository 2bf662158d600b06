-- purpose: the reported cells of some months as they count now
-- params: months date[]
select
    active_result.month,
    active_result.unit_id,
    active_result.indicator_id,
    active_result.state,
    active_result.value
from active_result
where active_result.scenario_id = 0 and active_result.month = any($months)
