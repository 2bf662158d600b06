-- purpose: the targets of some assessment years by the month from which they hold
-- params: year_starts date[]
select
    active_target.year_start,
    active_target.month,
    active_target.unit_id,
    active_target.indicator_id,
    active_target.target_value
from active_target
where active_target.year_start = any($year_starts)
order by active_target.month, active_target.unit_id, active_target.indicator_id
