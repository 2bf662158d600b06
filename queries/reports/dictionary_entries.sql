-- purpose: every indicator with what it is, where it comes from and what the scheme in force in a month makes of it;
--     by module, the trunk first and the heaviest first
-- grain: indicator_id
-- params: month date
with scheme_now as (
    select scheme.*
    from scheme
    where scheme.effective_month <= $month
    qualify row_number() over (order by scheme.effective_month desc, scheme.scheme_id) = 1
),

module_weight as (
    select
        scenario_rule.module_id,
        sum(scenario_rule.weight) as weight
    from scenario_rule
    inner join scheme_now on scenario_rule.scheme_id = scheme_now.scheme_id
    where scenario_rule.scenario_id = 0
    group by scenario_rule.module_id
),

rule_now as (
    select
        scenario_rule.indicator_id,
        min_by(module.module_id, (module.kind, module.module_id)) as module_id,
        min_by(module.name, (module.kind, module.module_id)) as module,
        min_by(coalesce(module.name_en, module.name), (module.kind, module.module_id)) as module_en,
        min_by(module.kind, (module.kind, module.module_id)) as module_kind,
        min(scenario_rule.function) as function,
        count(distinct scenario_rule.function)::integer as function_count,
        bool_or(scenario_rule.no_case_as = 'full') as is_no_case_full
    from scenario_rule
    inner join scheme_now on scenario_rule.scheme_id = scheme_now.scheme_id
    inner join module
        on
            scenario_rule.scheme_id = module.scheme_id
            and scenario_rule.module_id = module.module_id
    where scenario_rule.scenario_id = 0
    group by scenario_rule.indicator_id
)

select
    indicator.indicator_id,
    indicator.name as indicator,
    coalesce(indicator.name_en, indicator.name) as indicator_en,
    indicator.measure_unit,
    indicator.definition,
    coalesce(indicator.definition_en, indicator.definition) as definition_en,
    indicator.level,
    indicator.source,
    indicator.due_day,
    indicator.frequency,
    indicator.due_month,
    indicator.basis,
    indicator.value_kind,
    indicator.direction,
    indicator.allows_no_case,
    indicator.min_value::double as min_value,
    indicator.max_value::double as max_value,
    rule_now.module_id,
    rule_now.module,
    rule_now.module_en,
    rule_now.module_kind,
    rule_now.function,
    rule_now.function_count,
    coalesce(rule_now.is_no_case_full, false) as is_no_case_full,
    scheme_now.missing_table_is,
    scheme_now.year_start_month,
    rule_now.indicator_id is not null as is_in_force
from indicator
left join rule_now on indicator.indicator_id = rule_now.indicator_id
left join scheme_now on true
left join module_weight on rule_now.module_id = module_weight.module_id
order by
    rule_now.indicator_id is null,
    rule_now.module_kind desc,
    module_weight.weight desc,
    rule_now.module_id,
    indicator.indicator_id
