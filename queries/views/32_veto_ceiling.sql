-- purpose: the lowest tier a unit's vetoes of the period leave open to it (domain.md section 5, Veto)
-- grain: scenario_id, period_kind, period_start, unit_id
select
    unit_score.scenario_id,
    unit_score.period_kind,
    unit_score.period_start,
    unit_score.unit_id,
    max(type_tier.tier_order) as ceiling_order,
    arg_max(type_tier.tier, type_tier.tier_order) as ceiling
from unit_score
inner join veto
    on
        unit_score.scenario_id = veto.scenario_id
        and unit_score.unit_id = veto.unit_id
        and veto.month between unit_score.period_start and unit_score.as_of_month
inner join type_tier
    on
        unit_score.scheme_id = type_tier.scheme_id
        and unit_score.unit_type = type_tier.unit_type
        and veto.ceiling = type_tier.tier
group by unit_score.scenario_id, unit_score.period_kind, unit_score.period_start, unit_score.unit_id
