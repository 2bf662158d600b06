-- purpose: each rule of the record in one line that two schemes can be compared by: weight, module, functions and their
--     parameters, voters, plan curve
-- grain: scheme_id, unit_type, indicator_id
with formula as (
    select
        rule_parameter.scheme_id,
        rule_parameter.unit_type,
        rule_parameter.indicator_id,
        string_agg(rule_parameter.function, ' + ' order by rule_parameter.part) as function_key,
        string_agg(
            to_json(struct_pack(*columns(
                rule_parameter.* exclude (scenario_id, scheme_id, unit_type, indicator_id)
            )))::varchar,
            ' ' order by rule_parameter.part
        ) as parameters
    from rule_parameter
    where rule_parameter.scenario_id = 0
    group by rule_parameter.scheme_id, rule_parameter.unit_type, rule_parameter.indicator_id
),

voters as (
    select
        voter_group.scheme_id,
        voter_group.indicator_id,
        string_agg(
            voter_group.voter_group || ' ' || voter_group.weight::varchar, ', ' order by voter_group.voter_group
        ) as voters
    from voter_group
    group by voter_group.scheme_id, voter_group.indicator_id
),

plan as (
    select
        plan_curve.scheme_id,
        plan_curve.indicator_id,
        list(plan_curve.plan_share order by plan_curve.month_index) as plan_shares
    from plan_curve
    group by plan_curve.scheme_id, plan_curve.indicator_id
)

select
    scenario_rule.scheme_id,
    scenario_rule.unit_type,
    scenario_rule.indicator_id,
    scenario_rule.weight,
    scenario_rule.no_case_as,
    module.name as module,
    coalesce(module.name_en, module.name) as module_en,
    formula.function_key,
    formula.parameters,
    case when formula.function_key like '%graded%' then voters.voters end as voters,
    plan.plan_shares
from scenario_rule
inner join module
    on
        scenario_rule.scheme_id = module.scheme_id
        and scenario_rule.module_id = module.module_id
inner join formula
    on
        scenario_rule.scheme_id = formula.scheme_id
        and scenario_rule.unit_type = formula.unit_type
        and scenario_rule.indicator_id = formula.indicator_id
left join voters
    on
        scenario_rule.scheme_id = voters.scheme_id
        and scenario_rule.indicator_id = voters.indicator_id
left join plan
    on
        scenario_rule.scheme_id = plan.scheme_id
        and scenario_rule.indicator_id = plan.indicator_id
where scenario_rule.scenario_id = 0
