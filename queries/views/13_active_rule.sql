-- purpose: the rules in force for each unit that counts in a month, with its overrides and its planned share P(m)
-- grain: scenario_id, month, unit_id, indicator_id
select
    scheme_rule.scenario_id,
    active_unit.month,
    active_unit.unit_id,
    active_unit.unit_type,
    active_unit.scheme_id,
    scheme_rule.indicator_id,
    scheme_rule.module_id,
    module.kind = 'trunk' as is_trunk,
    scheme_rule.weight as scheme_weight,
    coalesce(rule_override.weight, scheme_rule.weight) as weight,
    coalesce(rule_override.is_assigned, true) as is_assigned,
    scheme_rule.no_case_as,
    scheme_rule.function,
    scheme_rule.function_key,
    scheme_rule.is_off_at_zero_target,
    scheme_rule.needs_milestones,
    scheme_rule.needs_plan,
    case
        when active_unit.joined_index > 1
            then ratio(
                coalesce(plan_now.plan_share::double, active_month.month_index / 12)
                - coalesce(plan_before.plan_share::double, (active_unit.joined_index - 1) / 12),
                1 - coalesce(plan_before.plan_share::double, (active_unit.joined_index - 1) / 12)
            )
        else coalesce(plan_now.plan_share::double, active_month.month_index / 12)
    end as plan_share
from active_unit
inner join active_month on active_unit.month = active_month.month
inner join scheme_rule
    on
        active_unit.scheme_id = scheme_rule.scheme_id
        and active_unit.unit_type = scheme_rule.unit_type
inner join module
    on
        scheme_rule.scheme_id = module.scheme_id
        and scheme_rule.module_id = module.module_id
        and coalesce(module.starts_on, date '0001-01-01') <= active_month.month_end
        and coalesce(module.ends_on, date '9999-12-31') >= active_month.month_end
left join rule_override
    on
        scheme_rule.scheme_id = rule_override.scheme_id
        and active_unit.unit_id = rule_override.unit_id
        and scheme_rule.indicator_id = rule_override.indicator_id
left join plan_curve as plan_now
    on
        scheme_rule.scheme_id = plan_now.scheme_id
        and scheme_rule.indicator_id = plan_now.indicator_id
        and active_month.month_index = plan_now.month_index
left join plan_curve as plan_before
    on
        scheme_rule.scheme_id = plan_before.scheme_id
        and scheme_rule.indicator_id = plan_before.indicator_id
        and active_unit.joined_index - 1 = plan_before.month_index
