-- purpose: the units of a period by type and rank, with what changed since the period before
-- grain: unit_id
-- params: period_kind varchar, period_start date, unit_types varchar[], revision_id integer
with period_result as (
    from unit_change_at($revision_id)
    where
        tier_shift <> 'left'
        and period_kind = $period_kind
        and period_start = $period_start
        and (len($unit_types) = 0 or unit_type = any($unit_types))
),

recent_period as (
    select distinct result.period_start
    from result_at($revision_id) as result
    where result.period_kind = $period_kind and result.period_start <= $period_start
    order by result.period_start desc
    limit 12
),

trend as (
    select
        period_result.unit_id,
        list(result.score order by recent_period.period_start) as scores
    from period_result
    cross join recent_period
    left join result_at($revision_id) as result
        on
            result.period_kind = $period_kind
            and recent_period.period_start = result.period_start
            and period_result.unit_id = result.unit_id
    group by period_result.unit_id
),

tier_count as (
    select
        type_tier.scheme_id,
        type_tier.unit_type,
        count(*) as tier_count
    from type_tier
    group by type_tier.scheme_id, type_tier.unit_type
)

select
    period_result.unit_id,
    unit.name as unit,
    coalesce(unit.name_en, unit.name) as unit_en,
    period_result.unit_type,
    unit_type.name as type_name,
    coalesce(unit_type.name_en, unit_type.name) as type_name_en,
    period_result.rank_in_type,
    period_result.unit_count,
    period_result.previous_rank,
    period_result.rank_change,
    period_result.is_over_year,
    period_result.score,
    period_result.previous_score,
    period_result.score_change,
    period_result.gap_to_next,
    period_result.tier,
    tier_name.tier_en,
    period_result.tier_order,
    tier_count.tier_count,
    period_result.computed_tier,
    computed_name.tier_en as computed_tier_en,
    period_result.previous_tier,
    previous_name.tier_en as previous_tier_en,
    period_result.tier_shift,
    period_result.base,
    period_result.bonus_points,
    period_result.penalty_points,
    period_result.is_ranked,
    coalesce(period_result.tied_count > 1, false) as is_tied,
    period_result.is_straddling,
    period_result.is_provisional,
    period_result.has_late,
    period_result.has_awaited,
    period_result.is_partial,
    period_result.has_missing_target,
    period_result.has_small_sample,
    period_result.decided_tier is not null as is_decided,
    period_result.ceiling,
    ceiling_name.tier_en as ceiling_en,
    period_result.tie_break_used,
    period_result.quarter_end_base,
    period_result.month_count,
    trend.scores as trend
from period_result
inner join unit on period_result.unit_id = unit.unit_id
inner join unit_type on period_result.unit_type = unit_type.unit_type
left join tier_count
    on
        period_result.scheme_id = tier_count.scheme_id
        and period_result.unit_type = tier_count.unit_type
left join tier_name on period_result.tier = tier_name.tier
left join tier_name as computed_name on period_result.computed_tier = computed_name.tier
left join tier_name as previous_name on period_result.previous_tier = previous_name.tier
left join tier_name as ceiling_name on period_result.ceiling = ceiling_name.tier
left join trend on period_result.unit_id = trend.unit_id
order by
    unit_type.sort_order,
    period_result.unit_type,
    period_result.rank_in_type nulls last,
    period_result.score desc nulls last,
    unit.sort_order,
    period_result.unit_id
