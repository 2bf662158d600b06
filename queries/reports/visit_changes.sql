-- purpose: the units whose rank or tier in a period that had been whole changed since a revision the reader has seen:
--     what stood then beside what stands now; the newest periods first, changes of tier before changes of rank
-- grain: period_kind, period_start, unit_id
-- params: seen_revision integer, unit_types varchar[]
select
    now_result.period_kind,
    now_result.period_start,
    scheme.year_start_month,
    now_result.unit_id,
    unit.name as unit,
    coalesce(unit.name_en, unit.name) as unit_en,
    now_result.unit_type,
    seen_result.rank_in_type as rank_before,
    now_result.rank_in_type as rank_after,
    seen_result.tier as tier_before,
    before_name.tier_en as tier_before_en,
    now_result.tier as tier_after,
    after_name.tier_en as tier_after_en,
    coalesce(seen_result.tier, '') <> coalesce(now_result.tier, '') as is_tier_changed,
    now_result.revision_id
from stored_result as now_result
inner join result_at($seen_revision) as seen_result
    on
        now_result.period_kind = seen_result.period_kind
        and now_result.period_start = seen_result.period_start
        and now_result.unit_id = seen_result.unit_id
inner join scheme on now_result.scheme_id = scheme.scheme_id
inner join unit on now_result.unit_id = unit.unit_id
left join tier_name as before_name on seen_result.tier = before_name.tier
left join tier_name as after_name on now_result.tier = after_name.tier
where
    now_result.scenario_id = 0
    and now_result.superseded_by is null
    and now_result.revision_id > $seen_revision
    and not seen_result.is_partial
    and (len($unit_types) = 0 or now_result.unit_type = any($unit_types))
    and (
        coalesce(seen_result.tier, '') <> coalesce(now_result.tier, '')
        or coalesce(seen_result.rank_in_type, 0) <> coalesce(now_result.rank_in_type, 0)
    )
order by
    now_result.period_start desc,
    now_result.period_kind,
    coalesce(seen_result.tier, '') <> coalesce(now_result.tier, '') desc,
    now_result.rank_in_type nulls last,
    unit.sort_order,
    now_result.unit_id
