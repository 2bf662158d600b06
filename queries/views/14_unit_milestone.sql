-- purpose: the milestones of each unit that are due by a month's end, with the day they were done as known that month
-- grain: month, unit_id, indicator_id, milestone
with due_milestone as (
    select
        active_unit.month,
        active_unit.unit_id,
        milestone.indicator_id,
        milestone.milestone,
        milestone.share,
        milestone.due_on,
        active_month.month_end,
        active_month.year_start
    from active_unit
    inner join active_month on active_unit.month = active_month.month
    inner join milestone
        on
            active_month.assessment_year = milestone.year
            and milestone.unit_id in ('', active_unit.unit_id)
            and active_month.month_end >= milestone.due_on
)

select
    due_milestone.month,
    due_milestone.unit_id,
    due_milestone.indicator_id,
    due_milestone.milestone,
    due_milestone.share,
    due_milestone.due_on,
    case when active_progress.done_on <= due_milestone.month_end then active_progress.done_on end as done_on
from due_milestone
asof left join active_progress
    on
        due_milestone.unit_id = active_progress.unit_id
        and due_milestone.indicator_id = active_progress.indicator_id
        and due_milestone.milestone = active_progress.milestone
        and due_milestone.year_start = active_progress.year_start
        and due_milestone.month >= active_progress.month
