-- purpose: the computed tier: by place with the rule for tied groups on a border, then the gates, then the veto's
--     ceiling; a place not used is not passed on (domain.md section 5, Tier and Veto)
-- grain: scenario_id, period_kind, period_start, unit_id
with by_place as (
    select
        unit_place.scenario_id,
        unit_place.period_kind,
        unit_place.period_start,
        unit_place.unit_type,
        unit_place.unit_id,
        not unit_place.is_gates_only and unit_place.last_in_group > unit_place.last_place as is_straddling,
        place_order(
            unit_place.tier_order,
            unit_place.last_place,
            unit_place.is_gates_only,
            unit_place.first_in_group,
            unit_place.last_in_group,
            unit_place.tie_first_goes_up,
            unit_place.tie_max_overshoot
        ) as place_order
    from unit_place
    where
        unit_place.is_gates_only
        or unit_place.last_place is null
        or unit_place.first_in_group <= unit_place.last_place
    qualify
        row_number() over (
            partition by
                unit_place.scenario_id, unit_place.period_kind, unit_place.period_start, unit_place.unit_id
            order by unit_place.tier_order
        ) = 1
),

by_gate as (
    select
        by_place.scenario_id,
        by_place.period_kind,
        by_place.period_start,
        by_place.unit_type,
        by_place.unit_id,
        by_place.is_straddling,
        by_place.place_order,
        min(tier_border.tier_order) as gate_order
    from by_place
    inner join unit_score
        on
            by_place.scenario_id = unit_score.scenario_id
            and by_place.period_kind = unit_score.period_kind
            and by_place.period_start = unit_score.period_start
            and by_place.unit_id = unit_score.unit_id
    inner join tier_border
        on
            by_place.scenario_id = tier_border.scenario_id
            and by_place.period_kind = tier_border.period_kind
            and by_place.period_start = tier_border.period_start
            and by_place.unit_type = tier_border.unit_type
            and by_place.place_order <= tier_border.tier_order
            and unit_score.score >= coalesce(tier_border.gate, 0)
    group by
        by_place.scenario_id,
        by_place.period_kind,
        by_place.period_start,
        by_place.unit_type,
        by_place.unit_id,
        by_place.is_straddling,
        by_place.place_order
)

select
    by_gate.scenario_id,
    by_gate.period_kind,
    by_gate.period_start,
    by_gate.unit_type,
    by_gate.unit_id,
    by_gate.is_straddling,
    place_tier.tier as place_tier,
    final_tier.tier as computed_tier,
    final_tier.tier_order
from by_gate
left join veto_ceiling
    on
        by_gate.scenario_id = veto_ceiling.scenario_id
        and by_gate.period_kind = veto_ceiling.period_kind
        and by_gate.period_start = veto_ceiling.period_start
        and by_gate.unit_id = veto_ceiling.unit_id
inner join tier_border as place_tier
    on
        by_gate.scenario_id = place_tier.scenario_id
        and by_gate.period_kind = place_tier.period_kind
        and by_gate.period_start = place_tier.period_start
        and by_gate.unit_type = place_tier.unit_type
        and by_gate.place_order = place_tier.tier_order
inner join tier_border as final_tier
    on
        by_gate.scenario_id = final_tier.scenario_id
        and by_gate.period_kind = final_tier.period_kind
        and by_gate.period_start = final_tier.period_start
        and by_gate.unit_type = final_tier.unit_type
        and final_tier.tier_order = greatest(by_gate.gate_order, coalesce(veto_ceiling.ceiling_order, 1))
