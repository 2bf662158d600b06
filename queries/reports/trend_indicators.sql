-- purpose: the indicators that a type has been scored on up to a month: what a trend can be asked for
--     additive: cumulative amounts and counts, whose growth from month to month is the month's own figure
-- grain: indicator_id
-- params: unit_type varchar, last_month date
with known as (
    select
        stored_cell.indicator_id,
        max(stored_cell.month) as newest_month,
        arg_max(stored_cell.module_id, stored_cell.month) as module_id,
        arg_max(stored_cell.scheme_id, stored_cell.month) as scheme_id,
        avg(stored_cell.weight) as mean_weight,
        bool_or(stored_cell.value is not null) as has_value
    from stored_cell
    where
        stored_cell.scenario_id = 0
        and stored_cell.superseded_by is null
        and stored_cell.unit_type = $unit_type
        and stored_cell.month <= $last_month
    group by stored_cell.indicator_id
),

module_place as (
    select
        known.module_id,
        sum(known.mean_weight) as module_weight
    from known
    group by known.module_id
)

select
    known.indicator_id,
    indicator.name as indicator,
    coalesce(indicator.name_en, indicator.name) as indicator_en,
    indicator.measure_unit,
    indicator.basis,
    indicator.frequency,
    indicator.direction,
    known.has_value and indicator.basis = 'cumulative' and indicator.value_kind in ('amount', 'count') as is_additive,
    known.has_value,
    known.newest_month,
    module.name as module,
    coalesce(module.name_en, module.name) as module_en
from known
inner join indicator on known.indicator_id = indicator.indicator_id
inner join module_place on known.module_id = module_place.module_id
left join module on known.scheme_id = module.scheme_id and known.module_id = module.module_id
order by module_place.module_weight desc, known.module_id, known.indicator_id
