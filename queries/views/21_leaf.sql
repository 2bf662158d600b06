-- purpose: one scoring function to be applied to one cell: the rule's own (part 0) or an inner one (parts 1 and 2),
--     with every parameter filled in by its default (domain.md section 4)
-- grain: scenario_id, month, unit_id, indicator_id, part
select
    cell_input.scenario_id,
    cell_input.month,
    cell_input.unit_id,
    cell_input.unit_type,
    cell_input.indicator_id,
    rule_parameter.part,
    rule_parameter.function,
    cell_input.value::double as actual_value,
    cell_input.target_value::double as target_value,
    cell_input.plan_share,
    cell_input.scheme_weight::double as scheme_weight,
    scheme.small_sample,
    case cell_input.direction when 'higher' then 1 else -1 end as direction_sign,
    case when rule_parameter.is_by_plan then cell_input.plan_share else 1 end as limit_share,
    rule_parameter.excess_cap,
    rule_parameter.excess_rate,
    rule_parameter.gain_cap,
    rule_parameter.gain_rate,
    rule_parameter.loss_rate,
    coalesce(rule_override.line, rule_parameter.line) as line,
    rule_parameter.slope,
    rule_parameter.base_share,
    coalesce(rule_override.good_value, rule_parameter.good_value) as good_value,
    coalesce(rule_override.bad_value, rule_parameter.bad_value) as bad_value,
    rule_parameter.step,
    rule_parameter.min_share,
    rule_parameter.tie_rank,
    rule_parameter.per_case,
    rule_parameter.trim_over,
    rule_parameter.late_share,
    rule_parameter.floor_value
from cell_input
inner join rule_parameter
    on
        cell_input.scenario_id = rule_parameter.scenario_id
        and cell_input.scheme_id = rule_parameter.scheme_id
        and cell_input.unit_type = rule_parameter.unit_type
        and cell_input.indicator_id = rule_parameter.indicator_id
inner join scheme on cell_input.scheme_id = scheme.scheme_id
left join rule_override
    on
        cell_input.scheme_id = rule_override.scheme_id
        and cell_input.unit_id = rule_override.unit_id
        and cell_input.indicator_id = rule_override.indicator_id
where
    cell_input.state in ('VALUE', 'ZERO')
    or (cell_input.state = 'REJECTED' and cell_input.value is not null)
