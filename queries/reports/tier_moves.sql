-- purpose: each unit's standing in a period beside that in any earlier one of the same kind, and the units that left in
--     between: the shift of its tier and the facts behind it (domain.md section 5, Changes)
-- grain: unit_id
-- params: period_kind varchar, period_start date, base_start date, unit_types varchar[]
with known as (
    select *
    from standing
    where scenario_id = 0 and superseded_by is null and period_kind = $period_kind
),

now_standing as (
    select *
    from known
    where period_start = $period_start
),

base_standing as (
    select *
    from known
    where period_start = $base_start
),

by_rule as (
    select
        min(known.period_start) filter (where known.is_tiered) as first_tiered_start,
        coalesce(bool_or(known.period_start = $base_start), false) as is_base_loaded,
        coalesce(bool_or(known.is_tiered) filter (where known.period_start = $base_start), false) as is_base_tiered
    from known
),

paired as (
    select
        now_standing.*,
        tier_shift(
            now_standing.tier_order,
            base_standing.tier_order,
            now_standing.period_start = by_rule.first_tiered_start
            or (by_rule.is_base_loaded and not by_rule.is_base_tiered)
            or ($base_start = now_standing.previous_start and not now_standing.is_previous_tiered),
            base_standing.unit_id is not null,
            by_rule.is_base_loaded,
            now_standing.unit_type = base_standing.unit_type
        ) as tier_shift
    from now_standing
    left join base_standing on now_standing.unit_id = base_standing.unit_id
    cross join by_rule

    union all by name

    select
        base_standing.unit_id,
        base_standing.unit,
        base_standing.unit_en,
        base_standing.unit_sort,
        base_standing.unit_type,
        base_standing.type_name,
        base_standing.type_name_en,
        base_standing.type_sort,
        'left' as tier_shift
    from base_standing
    where
        base_standing.unit_id not in (select now_standing.unit_id from now_standing)
        and exists (select 1 from now_standing)
)

select
    paired.unit_id,
    paired.unit,
    paired.unit_en,
    paired.unit_type,
    paired.type_name,
    paired.type_name_en,
    base_standing.unit_type as base_type,
    base_standing.type_name as base_type_name,
    base_standing.type_name_en as base_type_name_en,
    paired.tier_shift,
    base_standing.tier_order - paired.tier_order as steps,
    paired.tier,
    paired.tier_en,
    paired.tier_order,
    paired.tier_count,
    base_standing.tier as base_tier,
    base_standing.tier_en as base_tier_en,
    base_standing.tier_order as base_tier_order,
    paired.score,
    base_standing.score as base_score,
    case when paired.unit_type = base_standing.unit_type then paired.score - base_standing.score end as score_change,
    paired.rank_in_type,
    base_standing.rank_in_type as base_rank,
    case
        when paired.unit_type = base_standing.unit_type then base_standing.rank_in_type - paired.rank_in_type
    end as rank_change,
    paired.unit_count,
    base_standing.unit_count as base_unit_count,
    coalesce(paired.is_tiered, false) as is_tiered,
    coalesce(paired.is_ranked, false) as is_ranked,
    coalesce(base_standing.is_ranked, false) as base_is_ranked,
    coalesce($base_start < paired.year_start, false) as is_over_year,
    coalesce(paired.is_provisional, false) as is_provisional,
    coalesce(paired.is_partial, false) as is_partial,
    paired.decided_tier is not null as is_decided,
    base_standing.decided_tier is not null as base_is_decided,
    paired.computed_tier,
    paired.computed_tier_en,
    paired.ceiling,
    paired.ceiling_en,
    base_standing.ceiling as base_ceiling,
    base_standing.ceiling_en as base_ceiling_en,
    coalesce(paired.is_capped, false) as is_capped,
    coalesce(base_standing.is_capped, false) as base_is_capped,
    coalesce(paired.is_gate_missed, false) as is_gate_missed,
    coalesce(base_standing.is_gate_missed, false) as base_is_gate_missed,
    paired.place_gate,
    base_standing.place_gate as base_place_gate,
    coalesce(paired.is_straddling, false) as is_straddling,
    coalesce(base_standing.is_straddling, false) as base_is_straddling,
    paired.tie_break_used
from paired
left join base_standing on paired.unit_id = base_standing.unit_id
where len($unit_types) = 0 or paired.unit_type = any($unit_types)
order by
    paired.type_sort,
    paired.unit_type,
    paired.rank_in_type nulls last,
    base_standing.rank_in_type nulls last,
    paired.unit_sort,
    paired.unit_id
