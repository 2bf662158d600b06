-- purpose: each cell with the facts it shows: its own month's, or those of the last due month whose share it carries
--     (as_of_month); has_value: VALUE, ZERO, or a value that stays while it is sent back; every other state has none
--     target_value belongs to the facts, month_target_value is the one in force in the cell's own month
-- grain: scenario_id, month, unit_id, indicator_id
select
    effective_cell.scenario_id,
    effective_cell.month,
    effective_cell.unit_id,
    effective_cell.indicator_id,
    effective_cell.unit_type,
    effective_cell.scheme_id,
    effective_cell.year_start,
    effective_cell.module_id,
    effective_cell.basis,
    effective_cell.function_key,
    case
        when list_contains(string_split(effective_cell.function_key, ' + '), 'completion') then 'completion'
        else coalesce(
            nullif(split_part(effective_cell.function_key, ' + ', 2), ''),
            effective_cell.function_key
        )
    end as measure_function,
    effective_cell.state,
    effective_cell.is_late,
    effective_cell.is_awaited,
    effective_cell.is_carried,
    coalesce(effective_cell.carried_from, effective_cell.month) as as_of_month,
    if(effective_cell.is_carried, effective_cell.carried_fact.state, effective_cell.own_state) as fact_state,
    if(effective_cell.is_carried, effective_cell.carried_fact.value, effective_cell.value)::double as fact_value,
    fact_state in ('VALUE', 'ZERO') or (fact_state = 'REJECTED' and fact_value is not null) as has_value,
    case when has_value then fact_value end as value,
    if(effective_cell.is_carried, effective_cell.carried_fact.target_value, effective_cell.target_value)::double
        as target_value,
    effective_cell.target_value::double as month_target_value,
    if(effective_cell.is_carried, effective_cell.carried_fact.plan_share, effective_cell.plan_share) as plan_share,
    case when has_value then if(effective_cell.is_carried, effective_cell.carried_fact.terms, effective_cell.terms) end
        as terms,
    effective_cell.share,
    effective_cell.weight,
    effective_cell.points,
    effective_cell.is_small_sample
from effective_cell
