-- purpose: what each module weighs in each unit type under the scheme in force in a month, and when it runs; the trunk
--     first, the heaviest first
-- grain: module_id, unit_type
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
        scenario_rule.unit_type,
        sum(scenario_rule.weight) as weight
    from scenario_rule
    inner join scheme_now on scenario_rule.scheme_id = scheme_now.scheme_id
    where scenario_rule.scenario_id = 0
    group by scenario_rule.module_id, scenario_rule.unit_type
)

select
    module.module_id,
    module.name as module,
    coalesce(module.name_en, module.name) as module_en,
    module.kind as module_kind,
    module.starts_on,
    module.ends_on,
    module_weight.unit_type,
    module_weight.weight::double as weight
from module
inner join scheme_now on module.scheme_id = scheme_now.scheme_id
left join module_weight on module.module_id = module_weight.module_id
order by
    module.kind = 'supplement',
    sum(module_weight.weight) over (partition by module.module_id) desc nulls last,
    module.module_id,
    module_weight.unit_type
