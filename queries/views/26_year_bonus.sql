-- purpose: bonus points of a unit's year so far: each event once at its highest level, the sub-caps applied to the
--     year's own sum (domain.md section 5, Bonus)
-- grain: scenario_id, year_start, unit_id, month (the month up to which the year is summed)
with best_level as (
    select
        month_event.scenario_id,
        active_unit.month,
        month_event.year_start,
        month_event.unit_id,
        active_unit.scheme_id,
        month_event.event,
        max(month_event.points) as points,
        arg_max(month_event.bonus_group, month_event.points) as bonus_group
    from month_event
    inner join active_unit on month_event.unit_id = active_unit.unit_id
    inner join active_month
        on
            active_unit.month = active_month.month
            and month_event.year_start = active_month.year_start
            and month_event.month <= active_month.month
    where month_event.is_counted_bonus
    group by
        month_event.scenario_id,
        active_unit.month,
        month_event.year_start,
        month_event.unit_id,
        active_unit.scheme_id,
        month_event.event
),

group_sum as (
    select
        best_level.scenario_id,
        best_level.month,
        best_level.year_start,
        best_level.unit_id,
        best_level.scheme_id,
        best_level.bonus_group,
        sum(best_level.points) as points
    from best_level
    group by
        best_level.scenario_id,
        best_level.month,
        best_level.year_start,
        best_level.unit_id,
        best_level.scheme_id,
        best_level.bonus_group
)

select
    group_sum.scenario_id,
    group_sum.month,
    group_sum.year_start,
    group_sum.unit_id,
    sum(least(group_sum.points, coalesce(bonus_group.cap, group_sum.points))) as event_bonus_points
from group_sum
left join bonus_group
    on
        group_sum.scheme_id = bonus_group.scheme_id
        and group_sum.bonus_group = bonus_group.bonus_group
group by group_sum.scenario_id, group_sum.month, group_sum.year_start, group_sum.unit_id
