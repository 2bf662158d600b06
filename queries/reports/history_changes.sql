-- purpose: the results that the revisions after one, up to another, changed in all, before and after
-- grain: period_kind, period_start, unit_id
-- params: before_revision integer, revision_id integer
with before_result as (
    select *
    from stored_result
    where
        scenario_id = 0
        and revision_id <= $before_revision
        and superseded_by > $before_revision
        and superseded_by <= $revision_id
),

after_result as (
    select *
    from stored_result
    where
        scenario_id = 0
        and revision_id > $before_revision
        and revision_id <= $revision_id
        and (superseded_by is null or superseded_by > $revision_id)
)

select
    coalesce(after_result.period_kind, before_result.period_kind) as period_kind,
    coalesce(after_result.period_start, before_result.period_start) as period_start,
    unit.unit_id,
    unit.name as unit,
    coalesce(unit.name_en, unit.name) as unit_en,
    coalesce(after_result.unit_type, before_result.unit_type) as unit_type,
    before_result.score as score_before,
    after_result.score as score_after,
    before_result.rank_in_type as rank_before,
    after_result.rank_in_type as rank_after,
    before_result.tier as tier_before,
    before_name.tier_en as tier_before_en,
    after_result.tier as tier_after,
    after_name.tier_en as tier_after_en,
    coalesce(before_result.score, -1) <> coalesce(after_result.score, -1)
    or coalesce(before_result.rank_in_type, -1) <> coalesce(after_result.rank_in_type, -1)
    or coalesce(before_result.tier, '') <> coalesce(after_result.tier, '') as has_moved
from before_result
full join after_result
    on
        before_result.period_kind = after_result.period_kind
        and before_result.period_start = after_result.period_start
        and before_result.unit_id = after_result.unit_id
inner join unit on coalesce(after_result.unit_id, before_result.unit_id) = unit.unit_id
left join tier_name as before_name on before_result.tier = before_name.tier
left join tier_name as after_name on after_result.tier = after_name.tier
order by
    case coalesce(after_result.period_kind, before_result.period_kind)
        when 'month' then 1 when 'quarter' then 2 else 3
    end,
    coalesce(after_result.period_start, before_result.period_start),
    coalesce(after_result.unit_type, before_result.unit_type),
    after_result.rank_in_type nulls last,
    unit.sort_order,
    unit.unit_id
