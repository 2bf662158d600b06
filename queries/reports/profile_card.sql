-- purpose: a unit's result in a period with everything its score card says: points, rank, tiers, changes, the rules'
--     numbers behind them and the means of the months it is made of
-- grain: one row
-- params: unit_id varchar, period_kind varchar, period_start date, revision_id integer
with period_result as (
    from unit_change_at($revision_id)
    where
        tier_shift <> 'left'
        and period_kind = $period_kind
        and period_start = $period_start
        and unit_id = $unit_id
),

month_mean as (
    select
        stored_month.unit_id,
        avg(stored_month.base::double) filter (where active_month.is_tiered) as tiered_base,
        count(stored_month.base) filter (where active_month.is_tiered)::integer as tiered_count
    from stored_month
    inner join active_month on stored_month.month = active_month.month
    inner join period_result
        on
            stored_month.unit_id = period_result.unit_id
            and stored_month.month between period_result.period_start and period_result.as_of_month
    where stored_month.scenario_id = 0
    group by stored_month.unit_id
),

tier_count as (
    select
        type_tier.scheme_id,
        type_tier.unit_type,
        count(*)::integer as tier_count
    from type_tier
    group by type_tier.scheme_id, type_tier.unit_type
)

select
    period_result.unit_id,
    period_result.unit_type,
    period_result.period_kind,
    period_result.period_start,
    period_result.as_of_month,
    period_result.previous_start,
    period_result.year_start,
    period_result.scheme_id,
    period_result.month_count,
    period_result.applicable_weight,
    period_result.due_weight,
    period_result.base,
    period_result.rank_bonus_points,
    period_result.bonus_points,
    period_result.penalty_points,
    period_result.score,
    period_result.quarter_end_base,
    period_result.veto_count,
    period_result.is_ranked,
    period_result.is_tiered,
    period_result.is_partial,
    period_result.has_late,
    period_result.has_awaited,
    period_result.is_provisional,
    period_result.has_missing_target,
    period_result.has_small_sample,
    period_result.rank_in_type,
    period_result.unit_count,
    period_result.tied_count,
    period_result.tie_break_used,
    period_result.gap_to_next,
    period_result.place_tier,
    period_result.computed_tier,
    period_result.ceiling,
    period_result.is_straddling,
    period_result.decided_tier,
    period_result.tier,
    period_result.tier_order,
    period_result.previous_type,
    period_result.previous_score,
    period_result.previous_rank,
    period_result.previous_tier,
    period_result.is_over_year,
    period_result.rank_change,
    period_result.score_change,
    period_result.tier_shift,
    unit.name as unit,
    coalesce(unit.name_en, unit.name) as unit_en,
    unit_type.name as type_name,
    coalesce(unit_type.name_en, unit_type.name) as type_name_en,
    coalesce(period_result.tied_count > 1, false) as is_tied,
    period_result.decided_tier is not null as is_decided,
    active_decision.reason as decision_reason,
    tier_count.tier_count,
    own_tier.tier_order as computed_order,
    tier_name.tier_en,
    computed_name.tier_en as computed_tier_en,
    previous_name.tier_en as previous_tier_en,
    ceiling_name.tier_en as ceiling_en,
    scheme.name as scheme_name,
    coalesce(scheme.name_en, scheme.name) as scheme_name_en,
    scheme.alpha::double as alpha,
    scheme.bonus_cap::double as bonus_cap,
    scheme.penalty_cap::double as penalty_cap,
    scheme.min_applicable_share::double as min_applicable_share,
    month_mean.tiered_base,
    month_mean.tiered_count
from period_result
inner join unit on period_result.unit_id = unit.unit_id
inner join unit_type on period_result.unit_type = unit_type.unit_type
inner join scheme on period_result.scheme_id = scheme.scheme_id
left join month_mean on period_result.unit_id = month_mean.unit_id
left join active_decision
    on
        period_result.period_kind = active_decision.period_kind
        and period_result.period_start = active_decision.period_start
        and period_result.unit_id = active_decision.unit_id
left join tier_count
    on
        period_result.scheme_id = tier_count.scheme_id
        and period_result.unit_type = tier_count.unit_type
left join type_tier as own_tier
    on
        period_result.scheme_id = own_tier.scheme_id
        and period_result.unit_type = own_tier.unit_type
        and period_result.computed_tier = own_tier.tier
left join tier_name on period_result.tier = tier_name.tier
left join tier_name as computed_name on period_result.computed_tier = computed_name.tier
left join tier_name as previous_name on period_result.previous_tier = previous_name.tier
left join tier_name as ceiling_name on period_result.ceiling = ceiling_name.tier
