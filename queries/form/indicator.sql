-- purpose: the indicators each open month's scheme asks for, with what their cells may hold
with used as (
    select
        active_month.month,
        scheme_rule.indicator_id,
        list_distinct(flatten(list(string_split(scheme_rule.function_key, ' + ')))) as functions,
        bool_or(scheme_rule.needs_target) as needs_target
    from scheme_rule
    inner join active_month on scheme_rule.scheme_id = active_month.scheme_id
    where scheme_rule.scenario_id = 0
    group by active_month.month, scheme_rule.indicator_id
),

due as (
    select
        cell_input.month,
        cell_input.indicator_id,
        bool_or(cell_input.is_calendar_due) as is_due
    from cell_input
    where cell_input.scenario_id = 0
    group by cell_input.month, cell_input.indicator_id
)

select
    used.month,
    indicator.indicator_id,
    indicator.name,
    indicator.measure_unit,
    used.functions,
    used.needs_target,
    indicator.allows_no_case,
    due.is_due,
    indicator.min_value,
    indicator.max_value,
    indicator.basis = 'cumulative' as is_cumulative
from used
inner join due
    on
        used.month = due.month
        and used.indicator_id = due.indicator_id
inner join indicator on used.indicator_id = indicator.indicator_id
order by used.month, indicator.indicator_id
