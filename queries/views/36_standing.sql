-- purpose: every stored result, superseded ones too, with its names and with what made the computed tier: the gate that
--     the tier by place asks for, whether it was missed, whether a veto's ceiling pressed the tier down, what parts ties
-- grain: scenario_id, period_kind, period_start, unit_id, revision_id
with tier_list as (
    select
        type_tier.scheme_id,
        type_tier.unit_type,
        count(*) as tier_count,
        list(coalesce(type_tier.gate, 0) order by type_tier.tier_order) as gates,
        list(type_tier.tier order by type_tier.tier_order) as tiers
    from type_tier
    group by type_tier.scheme_id, type_tier.unit_type
),

ordered as (
    select
        stored_result.*,
        tier_list.tier_count,
        tier_list.gates,
        list_position(tier_list.tiers, stored_result.place_tier) as place_order,
        list_position(tier_list.tiers, stored_result.computed_tier) as computed_order,
        list_position(tier_list.tiers, stored_result.ceiling) as ceiling_order
    from stored_result
    left join tier_list
        on
            stored_result.scheme_id = tier_list.scheme_id
            and stored_result.unit_type = tier_list.unit_type
)

select
    ordered.* exclude (gates),
    unit.name as unit,
    coalesce(unit.name_en, unit.name) as unit_en,
    unit.sort_order as unit_sort,
    unit_type.name as type_name,
    coalesce(unit_type.name_en, unit_type.name) as type_name_en,
    unit_type.sort_order as type_sort,
    tier_name.tier_en,
    computed_name.tier_en as computed_tier_en,
    ceiling_name.tier_en as ceiling_en,
    coalesce(ordered.ceiling_order, 1) as best_open_order,
    row(
        tie_key(scheme.tie_break_1, ordered.veto_count, ordered.trunk_score, ordered.largest_score),
        tie_key(scheme.tie_break_2, ordered.veto_count, ordered.trunk_score, ordered.largest_score),
        tie_key(scheme.tie_break_3, ordered.veto_count, ordered.trunk_score, ordered.largest_score)
    ) as tie_keys,
    ordered.gates[ordered.place_order] as place_gate,
    coalesce(ordered.score < ordered.gates[ordered.place_order], false) as is_gate_missed,
    coalesce(
        ordered.ceiling_order > list_min(list_filter(
            range(ordered.place_order, ordered.tier_count + 1),
            lambda tier_order: ordered.score >= ordered.gates[tier_order]
        )),
        false
    ) as is_capped
from ordered
inner join unit on ordered.unit_id = unit.unit_id
inner join scheme on ordered.scheme_id = scheme.scheme_id
inner join unit_type on ordered.unit_type = unit_type.unit_type
left join tier_name on ordered.tier = tier_name.tier
left join tier_name as computed_name on ordered.computed_tier = computed_name.tier
left join tier_name as ceiling_name on ordered.ceiling = ceiling_name.tier
