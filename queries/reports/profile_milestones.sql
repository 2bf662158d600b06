-- purpose: the milestones of a unit that are due by a month's end, with the mark each earns
-- grain: indicator_id, milestone
-- params: unit_id varchar, month date
with late_share as (
    select
        leaf_rule.indicator_id,
        max(coalesce(leaf_rule.late_share, 0.8)) as late_share
    from active_unit
    inner join (
        select
            scenario_rule.scheme_id,
            scenario_rule.unit_type,
            scenario_rule.indicator_id,
            scenario_rule.late_share
        from scenario_rule
        where scenario_rule.scenario_id = 0 and scenario_rule.function = 'milestone'
        union all
        select
            scenario_part.scheme_id,
            scenario_part.unit_type,
            scenario_part.indicator_id,
            scenario_part.late_share
        from scenario_part
        where scenario_part.scenario_id = 0 and scenario_part.function = 'milestone'
    ) as leaf_rule
        on
            active_unit.scheme_id = leaf_rule.scheme_id
            and active_unit.unit_type = leaf_rule.unit_type
    where active_unit.month = $month and active_unit.unit_id = $unit_id
    group by leaf_rule.indicator_id
)

select
    unit_milestone.indicator_id,
    unit_milestone.milestone,
    unit_milestone.share::double as share,
    unit_milestone.due_on,
    unit_milestone.done_on,
    case
        when unit_milestone.done_on is null then 0
        when unit_milestone.done_on <= unit_milestone.due_on then 1
        else late_share.late_share
    end as credit
from unit_milestone
inner join late_share on unit_milestone.indicator_id = late_share.indicator_id
where unit_milestone.month = $month and unit_milestone.unit_id = $unit_id
order by unit_milestone.indicator_id, unit_milestone.due_on, unit_milestone.milestone
