-- purpose: the points a unit won and lost in each module in a month, after renormalising, beside the spread of its type
-- grain: module_id
-- params: unit_id varchar, month date
with own_type as (
    select
        active_unit.unit_type,
        active_unit.scheme_id
    from active_unit
    where active_unit.month = $month and active_unit.unit_id = $unit_id
),

type_cell as (
    select
        effective_cell.unit_id,
        effective_cell.module_id,
        effective_cell.indicator_id,
        effective_cell.weight,
        effective_cell.points,
        sum(effective_cell.weight) over (partition by effective_cell.unit_id) as applicable_weight
    from effective_cell
    inner join own_type on effective_cell.unit_type = own_type.unit_type
    where effective_cell.scenario_id = 0 and effective_cell.month = $month and effective_cell.share is not null
),

unit_module as (
    select
        type_cell.unit_id,
        type_cell.module_id,
        count(*)::integer as indicator_count,
        (100 * sum(type_cell.points)::double / any_value(type_cell.applicable_weight)::double)::decimal(38, 12)
            as won_points,
        (100 * sum(type_cell.weight)::double / any_value(type_cell.applicable_weight)::double)::decimal(38, 12)
            as full_points,
        ratio(sum(type_cell.points)::double, sum(type_cell.weight)::double) as share
    from type_cell
    group by type_cell.unit_id, type_cell.module_id
),

module_range as (
    select
        unit_module.module_id,
        count(*)::integer as type_count,
        min(unit_module.share) as type_min,
        quantile_cont(unit_module.share, 0.25) as type_low,
        quantile_cont(unit_module.share, 0.5) as type_median,
        quantile_cont(unit_module.share, 0.75) as type_high,
        max(unit_module.share) as type_max
    from unit_module
    group by unit_module.module_id
)

select
    unit_module.module_id,
    module.name as module,
    coalesce(module.name_en, module.name) as module_en,
    module.kind,
    unit_module.indicator_count,
    unit_module.full_points,
    unit_module.won_points,
    unit_module.full_points - unit_module.won_points as lost_points,
    unit_module.share,
    module_range.type_count,
    module_range.type_min,
    module_range.type_low,
    module_range.type_median,
    module_range.type_high,
    module_range.type_max
from unit_module
cross join own_type
inner join module on own_type.scheme_id = module.scheme_id and unit_module.module_id = module.module_id
inner join module_range on unit_module.module_id = module_range.module_id
where unit_module.unit_id = $unit_id
order by module.kind desc, unit_module.full_points desc, unit_module.module_id
