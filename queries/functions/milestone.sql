-- purpose: 12 milestone: the share-weighted marks of the milestones due by the month's end (domain.md section 4)
-- grain: scenario_id, month, unit_id, indicator_id, part
-- needs:
-- plan: never
-- zero_target: allowed
-- lower: refused
-- input: milestones
-- relative: no
with mark as (
    select
        leaf.scenario_id,
        leaf.month,
        leaf.unit_id,
        leaf.indicator_id,
        leaf.part,
        unit_milestone.share,
        unit_milestone.done_on,
        case
            when unit_milestone.done_on is null then 0
            when unit_milestone.done_on <= unit_milestone.due_on then 1
            else leaf.late_share
        end as credit
    from leaf
    inner join unit_milestone
        on
            leaf.month = unit_milestone.month
            and leaf.unit_id = unit_milestone.unit_id
            and leaf.indicator_id = unit_milestone.indicator_id
    where leaf.function = 'milestone'
)

select
    mark.scenario_id,
    mark.month,
    mark.unit_id,
    mark.indicator_id,
    mark.part,
    ratio(sum((mark.share * mark.credit)::decimal(38, 12))::double, sum(mark.share)::double) as share,
    ratio(sum((mark.share * mark.credit)::decimal(38, 12))::double, sum(mark.share)::double) as measured,
    false as is_small_sample,
    count(*)::integer as due_count,
    count(*) filter (where mark.credit = 1)::integer as on_time_count,
    count(*) filter (where mark.done_on is not null and mark.credit < 1)::integer as late_count,
    sum(mark.share)::double as due_share
from mark
group by mark.scenario_id, mark.month, mark.unit_id, mark.indicator_id, mark.part
