-- purpose: what a month's uploads say of each milestone now
-- params: month date
select
    active_progress.unit_id,
    active_progress.indicator_id,
    active_progress.milestone,
    active_progress.done_on
from active_progress
where active_progress.month = $month
