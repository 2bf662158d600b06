-- purpose: one scoring function to be applied to one cell: the rule's own (part 0) or an inner one (parts 1 and 2),
--     with every parameter filled in by its default (domain.md section 4)
-- grain: scenario_id, month, unit_id, indicator_id, part
with leaf_parameter as (
    select
        scenario_rule.scenario_id,
        scenario_rule.scheme_id,
        scenario_rule.unit_type,
        scenario_rule.indicator_id,
        0 as part,
        scenario_rule.* exclude (
            scenario_id, scheme_id, unit_type, indicator_id, module_id, weight, no_case_as,
            blend_share, gate, below_share
        )
    from scenario_rule
    union all by name
    select
        scenario_part.scenario_id,
        scenario_part.scheme_id,
        scenario_part.unit_type,
        scenario_part.indicator_id,
        scenario_part.part,
        scenario_part.* exclude (scenario_id, scheme_id, unit_type, indicator_id, part)
    from scenario_part
)

select
    cell_input.scenario_id,
    cell_input.month,
    cell_input.unit_id,
    cell_input.unit_type,
    cell_input.indicator_id,
    leaf_parameter.part,
    leaf_parameter.function,
    cell_input.value::double as actual_value,
    cell_input.target_value::double as target_value,
    cell_input.plan_share,
    cell_input.scheme_weight::double as scheme_weight,
    scheme.small_sample,
    case cell_input.direction when 'higher' then 1 else -1 end as direction_sign,
    case
        when coalesce(
            leaf_parameter.by_plan,
            cell_input.basis = 'cumulative' and cell_input.value_kind in ('amount', 'progress')
        ) then cell_input.plan_share
        else 1
    end as limit_share,
    coalesce(leaf_parameter.excess_cap, 0.10) as excess_cap,
    coalesce(leaf_parameter.excess_rate, 0.5) as excess_rate,
    coalesce(leaf_parameter.gain_cap, 0.10) as gain_cap,
    coalesce(leaf_parameter.gain_rate, 0.02) as gain_rate,
    coalesce(leaf_parameter.loss_rate, 0.05) as loss_rate,
    coalesce(rule_override.line, leaf_parameter.line) as line,
    coalesce(leaf_parameter.slope, 0.04) as slope,
    coalesce(leaf_parameter.base_share, 0.6) as base_share,
    coalesce(rule_override.good_value, leaf_parameter.good_value) as good_value,
    coalesce(rule_override.bad_value, leaf_parameter.bad_value) as bad_value,
    coalesce(leaf_parameter.step, 0.05) as step,
    coalesce(leaf_parameter.min_share, 0.5) as min_share,
    coalesce(
        leaf_parameter.tie_rank,
        case when cell_input.has_natural_ceiling then 'best' else 'mean' end
    ) as tie_rank,
    leaf_parameter.per_case,
    coalesce(leaf_parameter.trim_over, 5) as trim_over,
    coalesce(leaf_parameter.late_share, 0.8) as late_share,
    leaf_parameter.floor_value
from cell_input
inner join leaf_parameter
    on
        cell_input.scenario_id = leaf_parameter.scenario_id
        and cell_input.scheme_id = leaf_parameter.scheme_id
        and cell_input.unit_type = leaf_parameter.unit_type
        and cell_input.indicator_id = leaf_parameter.indicator_id
inner join scheme on cell_input.scheme_id = scheme.scheme_id
left join rule_override
    on
        cell_input.scheme_id = rule_override.scheme_id
        and cell_input.unit_id = rule_override.unit_id
        and cell_input.indicator_id = rule_override.indicator_id
where
    cell_input.state in ('VALUE', 'ZERO')
    or (cell_input.state = 'REJECTED' and cell_input.value is not null)
