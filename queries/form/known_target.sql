-- purpose: the targets in force in a month
-- params: month date, year_start date
select
    active_target.unit_id,
    active_target.indicator_id,
    active_target.target_value
from active_target
where active_target.year_start = $year_start and active_target.month <= $month
qualify
    row_number() over (
        partition by active_target.unit_id, active_target.indicator_id
        order by active_target.month desc
    ) = 1
