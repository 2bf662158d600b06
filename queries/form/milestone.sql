-- purpose: the milestones of each open month's year for the units that count, with what was last said of each
with unit_list as (
    select
        cell_input.unit_id,
        milestone.indicator_id,
        milestone.milestone,
        milestone.share,
        milestone.due_on,
        cell_input.month,
        cell_input.year_start
    from cell_input
    inner join active_month on cell_input.month = active_month.month
    inner join milestone
        on
            active_month.assessment_year = milestone.year
            and cell_input.indicator_id = milestone.indicator_id
            and milestone.unit_id in ('', cell_input.unit_id)
    where cell_input.scenario_id = 0 and cell_input.is_assigned
)

select
    unit_list.month,
    unit_list.unit_id,
    unit_list.indicator_id,
    unit_list.milestone,
    unit_list.share,
    unit_list.due_on,
    active_progress.done_on
from unit_list
asof left join active_progress
    on
        unit_list.unit_id = active_progress.unit_id
        and unit_list.indicator_id = active_progress.indicator_id
        and unit_list.milestone = active_progress.milestone
        and unit_list.year_start = active_progress.year_start
        and unit_list.month >= active_progress.month
order by unit_list.month, unit_list.unit_id, unit_list.indicator_id, unit_list.due_on, unit_list.milestone
