-- purpose: bonus points of a unit's month from its events: the highest level of an event, once in the year, sub-caps
--     by group (domain.md section 5, Bonus); the cap over all comes after the rank bonus
-- grain: scenario_id, month, unit_id
with best_level as (
    select
        month_event.scenario_id,
        month_event.month,
        month_event.unit_id,
        month_event.scheme_id,
        month_event.year_start,
        month_event.event,
        max(month_event.points) as points,
        arg_max(month_event.bonus_group, month_event.points) as bonus_group
    from month_event
    where month_event.is_counted_bonus
    group by
        month_event.scenario_id,
        month_event.month,
        month_event.unit_id,
        month_event.scheme_id,
        month_event.year_start,
        month_event.event
    qualify
        month_event.month
        = min(month_event.month) over (
            partition by month_event.scenario_id, month_event.unit_id, month_event.year_start, month_event.event
        )
),

group_sum as (
    select
        best_level.scenario_id,
        best_level.month,
        best_level.unit_id,
        best_level.scheme_id,
        best_level.bonus_group,
        sum(best_level.points) as points
    from best_level
    group by best_level.scenario_id, best_level.month, best_level.unit_id, best_level.scheme_id, best_level.bonus_group
)

select
    group_sum.scenario_id,
    group_sum.month,
    group_sum.unit_id,
    sum(least(group_sum.points, coalesce(bonus_group.cap, group_sum.points))) as event_bonus_points
from group_sum
left join bonus_group
    on
        group_sum.scheme_id = bonus_group.scheme_id
        and group_sum.bonus_group = bonus_group.bonus_group
group by group_sum.scenario_id, group_sum.month, group_sum.unit_id
