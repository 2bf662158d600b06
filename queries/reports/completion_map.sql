-- purpose: every type and indicator over a span up to a month: the median, how many reach their plan, what it is coloured
--     by; indicators by module as the scheme lists them, trunk first
-- grain: unit_type, indicator_id
-- params: month date, unit_types varchar[], span varchar
with type_cell as (
    select *
    from type_span
    where
        scenario_id = 0
        and month = $month
        and span = $span
        and (len($unit_types) = 0 or unit_type = any($unit_types))
),

place as (
    select
        type_cell.indicator_id,
        mode(type_cell.module_id order by type_cell.unit_type) as module_id,
        max(type_cell.weight) as most_weight,
        sum(most_weight) over (partition by mode(type_cell.module_id order by type_cell.unit_type)) as module_weight
    from type_cell
    group by type_cell.indicator_id
)

select
    type_cell.unit_type,
    unit_type.name as type_name,
    coalesce(unit_type.name_en, unit_type.name) as type_name_en,
    type_cell.indicator_id,
    indicator.name as indicator,
    coalesce(indicator.name_en, indicator.name) as indicator_en,
    indicator.measure_unit,
    place.module_id,
    module.name as module,
    coalesce(module.name_en, module.name) as module_en,
    type_cell.measure_function,
    type_cell.span_kind,
    type_cell.as_of_month,
    type_cell.unit_count::integer as unit_count,
    type_cell.value_count::integer as value_count,
    type_cell.goal_count::integer as goal_count,
    type_cell.on_plan_count::integer as on_plan_count,
    type_cell.late_count::integer as late_count,
    type_cell.median_measure,
    type_cell.median_goal,
    type_cell.value_sum,
    type_cell.goal_sum,
    type_cell.colour_share
from type_cell
inner join place on type_cell.indicator_id = place.indicator_id
inner join unit_type on type_cell.unit_type = unit_type.unit_type
inner join indicator on type_cell.indicator_id = indicator.indicator_id
inner join active_month on type_cell.month = active_month.month
left join module on active_month.scheme_id = module.scheme_id and place.module_id = module.module_id
order by
    module.kind desc,
    place.module_weight desc,
    place.module_id,
    place.most_weight desc,
    type_cell.indicator_id,
    unit_type.sort_order,
    type_cell.unit_type
