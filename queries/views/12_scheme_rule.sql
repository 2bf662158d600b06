-- purpose: the rules of each scheme and type with what their functions ask for; a scenario's rules go first
-- grain: scenario_id, scheme_id, unit_type, indicator_id
with rule_function as (
    select
        scenario_rule.scenario_id,
        scenario_rule.scheme_id,
        scenario_rule.unit_type,
        scenario_rule.indicator_id,
        0 as part,
        scenario_rule.function,
        scenario_rule.by_plan
    from scenario_rule
    union all
    select
        scenario_part.scenario_id,
        scenario_part.scheme_id,
        scenario_part.unit_type,
        scenario_part.indicator_id,
        scenario_part.part,
        scenario_part.function,
        scenario_part.by_plan
    from scenario_part
),

rule_shape as (
    select
        rule_function.scenario_id,
        rule_function.scheme_id,
        rule_function.unit_type,
        rule_function.indicator_id,
        string_agg(rule_function.function, ' + ' order by rule_function.part) as function_key,
        bool_or(list_contains(scoring_function.needs, 'target')) as needs_target,
        bool_or(scoring_function.zero_target = 'not_applicable') as is_off_at_zero_target,
        bool_or(scoring_function.input = 'votes') as needs_votes,
        bool_or(scoring_function.input = 'milestones') as needs_milestones,
        bool_or(scoring_function.plan = 'always' or (
            scoring_function.plan = 'by_plan'
            and coalesce(
                rule_function.by_plan,
                indicator.basis = 'cumulative' and indicator.value_kind in ('amount', 'progress')
            )
        )) as needs_plan
    from rule_function
    inner join indicator on rule_function.indicator_id = indicator.indicator_id
    inner join scoring_function on rule_function.function = scoring_function.function
    group by
        rule_function.scenario_id,
        rule_function.scheme_id,
        rule_function.unit_type,
        rule_function.indicator_id
)

select
    scenario_rule.scenario_id,
    scenario_rule.scheme_id,
    scenario_rule.unit_type,
    scenario_rule.indicator_id,
    scenario_rule.module_id,
    scenario_rule.weight,
    scenario_rule.no_case_as,
    scenario_rule.function,
    rule_shape.function_key,
    rule_shape.needs_target,
    rule_shape.is_off_at_zero_target,
    rule_shape.needs_votes,
    rule_shape.needs_milestones,
    rule_shape.needs_plan
from scenario_rule
inner join rule_shape
    on
        scenario_rule.scenario_id = rule_shape.scenario_id
        and scenario_rule.scheme_id = rule_shape.scheme_id
        and scenario_rule.unit_type = rule_shape.unit_type
        and scenario_rule.indicator_id = rule_shape.indicator_id
