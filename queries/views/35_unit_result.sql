-- purpose: the result of a unit in a period, whole: what is stored and, once published, frozen
-- grain: scenario_id, period_kind, period_start, unit_id
select
    unit_score.scenario_id,
    unit_score.period_kind,
    unit_score.period_start,
    unit_score.unit_id,
    unit_score.as_of_month,
    unit_score.previous_start,
    unit_score.year_start,
    unit_score.unit_type,
    unit_score.scheme_id,
    unit_score.month_count,
    unit_score.applicable_weight,
    unit_score.due_weight,
    unit_score.base,
    unit_score.rank_bonus_points,
    unit_score.bonus_points,
    unit_score.penalty_points,
    unit_score.score,
    unit_score.quarter_end_base,
    unit_score.trunk_score,
    unit_score.largest_score,
    unit_score.veto_count,
    unit_score.is_ranked,
    unit_score.is_tiered,
    unit_score.is_previous_tiered,
    unit_score.is_partial,
    unit_score.has_late,
    unit_score.has_awaited,
    bool_or(unit_score.has_late) over same_type as is_provisional,
    unit_score.has_missing_target,
    unit_score.has_small_sample,
    unit_rank.rank_in_type,
    (count(*) filter (where unit_score.is_ranked) over same_type)::integer as unit_count,
    unit_rank.tied_count,
    unit_rank.tie_break_used,
    unit_rank.gap_to_next,
    unit_tier.place_tier,
    unit_tier.computed_tier,
    veto_ceiling.ceiling,
    coalesce(unit_tier.is_straddling, false) as is_straddling,
    active_decision.tier as decided_tier,
    coalesce(decided.tier, unit_tier.computed_tier) as tier,
    coalesce(decided.tier_order, unit_tier.tier_order) as tier_order
from unit_score
left join unit_rank
    on
        unit_score.scenario_id = unit_rank.scenario_id
        and unit_score.period_kind = unit_rank.period_kind
        and unit_score.period_start = unit_rank.period_start
        and unit_score.unit_id = unit_rank.unit_id
left join unit_tier
    on
        unit_score.scenario_id = unit_tier.scenario_id
        and unit_score.period_kind = unit_tier.period_kind
        and unit_score.period_start = unit_tier.period_start
        and unit_score.unit_id = unit_tier.unit_id
left join veto_ceiling
    on
        unit_score.scenario_id = veto_ceiling.scenario_id
        and unit_score.period_kind = veto_ceiling.period_kind
        and unit_score.period_start = veto_ceiling.period_start
        and unit_score.unit_id = veto_ceiling.unit_id
left join active_decision
    on
        unit_score.period_kind = active_decision.period_kind
        and unit_score.period_start = active_decision.period_start
        and unit_score.unit_id = active_decision.unit_id
left join type_tier as decided
    on
        unit_score.scheme_id = decided.scheme_id
        and unit_score.unit_type = decided.unit_type
        and active_decision.tier = decided.tier
window same_type as (
    partition by
        unit_score.scenario_id, unit_score.period_kind, unit_score.period_start, unit_score.unit_type
)
