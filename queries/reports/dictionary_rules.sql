-- purpose: the rules of every scheme and type and their inner functions, every parameter filled in, with what their
--     functions ask for beside: the grades and voter groups of ballots, units with lines of their own
-- grain: scheme_id, indicator_id, unit_type, part
with grade_list as (
    select
        grade.scheme_id,
        list(grade.grade order by grade.share desc, grade.grade) as grades,
        list(grade.share::double order by grade.share desc, grade.grade) as grade_shares
    from grade
    group by grade.scheme_id
),

voter_list as (
    select
        voter_group.scheme_id,
        voter_group.indicator_id,
        list(voter_group.voter_group order by voter_group.weight desc, voter_group.voter_group) as voters,
        list(voter_group.weight::double order by voter_group.weight desc, voter_group.voter_group) as voter_weights
    from voter_group
    group by voter_group.scheme_id, voter_group.indicator_id
),

own_limit as (
    select
        rule_override.scheme_id,
        membership.unit_type,
        rule_override.indicator_id,
        count(distinct rule_override.unit_id)::integer as own_limit_count
    from rule_override
    inner join scheme on rule_override.scheme_id = scheme.scheme_id
    inner join membership
        on
            rule_override.unit_id = membership.unit_id
            and scheme.effective_month <= coalesce(membership.ends_on, date '9999-12-31')
    where
        rule_override.is_assigned
        and coalesce(rule_override.line, rule_override.good_value, rule_override.bad_value) is not null
    group by rule_override.scheme_id, membership.unit_type, rule_override.indicator_id
)

select
    rule_parameter.scheme_id,
    rule_parameter.indicator_id,
    rule_parameter.unit_type,
    rule_parameter.part,
    scenario_rule.module_id,
    module.name as module,
    coalesce(module.name_en, module.name) as module_en,
    scenario_rule.weight::double as weight,
    scenario_rule.no_case_as,
    rule.clause,
    indicator.direction,
    indicator.measure_unit,
    rule_parameter.function,
    rule_parameter.excess_cap,
    rule_parameter.excess_rate,
    rule_parameter.gain_cap,
    rule_parameter.gain_rate,
    rule_parameter.loss_rate,
    rule_parameter.line,
    rule_parameter.slope,
    rule_parameter.base_share,
    rule_parameter.good_value,
    rule_parameter.bad_value,
    rule_parameter.step,
    rule_parameter.min_share,
    rule_parameter.tie_rank,
    rule_parameter.blend_share,
    rule_parameter.per_case,
    rule_parameter.trim_over,
    rule_parameter.late_share,
    rule_parameter.gate,
    rule_parameter.below_share,
    rule_parameter.floor_value,
    rule_parameter.is_by_plan,
    grade_list.grades,
    grade_list.grade_shares,
    voter_list.voters,
    voter_list.voter_weights,
    coalesce(own_limit.own_limit_count, 0) as own_limit_count
from rule_parameter
inner join scenario_rule
    on
        rule_parameter.scenario_id = scenario_rule.scenario_id
        and rule_parameter.scheme_id = scenario_rule.scheme_id
        and rule_parameter.unit_type = scenario_rule.unit_type
        and rule_parameter.indicator_id = scenario_rule.indicator_id
inner join rule
    on
        rule_parameter.scenario_id = rule.scenario_id
        and rule_parameter.scheme_id = rule.scheme_id
        and rule_parameter.unit_type = rule.unit_type
        and rule_parameter.indicator_id = rule.indicator_id
inner join module
    on
        scenario_rule.scheme_id = module.scheme_id
        and scenario_rule.module_id = module.module_id
inner join indicator on rule_parameter.indicator_id = indicator.indicator_id
inner join scheme on rule_parameter.scheme_id = scheme.scheme_id
inner join unit_type on rule_parameter.unit_type = unit_type.unit_type
left join grade_list on rule_parameter.scheme_id = grade_list.scheme_id
left join voter_list
    on
        rule_parameter.scheme_id = voter_list.scheme_id
        and rule_parameter.indicator_id = voter_list.indicator_id
left join own_limit
    on
        rule_parameter.scheme_id = own_limit.scheme_id
        and rule_parameter.unit_type = own_limit.unit_type
        and rule_parameter.indicator_id = own_limit.indicator_id
where rule_parameter.scenario_id = 0
order by
    scheme.effective_month,
    rule_parameter.scheme_id,
    rule_parameter.indicator_id,
    unit_type.sort_order,
    rule_parameter.unit_type,
    rule_parameter.part
