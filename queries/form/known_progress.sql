-- purpose: what the uploads of some months say of each milestone now
-- params: months date[]
select
    active_progress.month,
    active_progress.unit_id,
    active_progress.indicator_id,
    active_progress.milestone,
    active_progress.done_on
from active_progress
where active_progress.month = any($months)
