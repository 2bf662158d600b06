-- purpose: how each indicator of each type stands as it is scored in a month, furthest behind the time plan first, then
--     those with most units below their goal; with the units furthest behind
-- grain: unit_type, indicator_id
-- params: month date, unit_types varchar[]
with standing as (
    select *
    from type_completion
    where
        scenario_id = 0
        and month = $month
        and (len($unit_types) = 0 or unit_type = any($unit_types))
),

weak_unit as (
    select
        cell_completion.unit_type,
        cell_completion.indicator_id,
        unit.name,
        coalesce(unit.name_en, unit.name) as name_en,
        row_number() over (
            partition by cell_completion.unit_type, cell_completion.indicator_id
            order by cell_completion.lag desc nulls last, cell_completion.share, unit.sort_order, unit.unit_id
        ) as place
    from cell_completion
    inner join unit on cell_completion.unit_id = unit.unit_id
    where
        cell_completion.scenario_id = 0
        and cell_completion.month = $month
        and (len($unit_types) = 0 or cell_completion.unit_type = any($unit_types))
        and not cell_completion.is_on_plan
    qualify place <= 3
),

weak_units as (
    select
        weak_unit.unit_type,
        weak_unit.indicator_id,
        list(weak_unit.name order by weak_unit.place) as weak_units,
        list(weak_unit.name_en order by weak_unit.place) as weak_units_en
    from weak_unit
    group by weak_unit.unit_type, weak_unit.indicator_id
)

select
    standing.unit_type,
    unit_type.name as type_name,
    coalesce(unit_type.name_en, unit_type.name) as type_name_en,
    standing.indicator_id,
    indicator.name as indicator,
    coalesce(indicator.name_en, indicator.name) as indicator_en,
    indicator.measure_unit,
    standing.measure_function,
    standing.month,
    standing.as_of_month,
    standing.weight::double as weight,
    standing.unit_count::integer as unit_count,
    standing.value_count::integer as value_count,
    standing.goal_count::integer as goal_count,
    standing.on_plan_count::integer as on_plan_count,
    standing.late_count::integer as late_count,
    standing.not_due_count::integer as not_due_count,
    standing.median_measure,
    standing.median_goal,
    standing.median_annual_rate,
    standing.median_plan_share,
    standing.median_lag::double as median_lag,
    standing.mean_share,
    standing.value_sum::double as value_sum,
    standing.target_sum::double as target_sum,
    standing.planned_sum::double as planned_sum,
    standing.sum_rate,
    standing.light,
    standing.is_behind,
    weak_units.weak_units,
    weak_units.weak_units_en
from standing
inner join unit_type on standing.unit_type = unit_type.unit_type
inner join indicator on standing.indicator_id = indicator.indicator_id
left join weak_units
    on
        standing.unit_type = weak_units.unit_type
        and standing.indicator_id = weak_units.indicator_id
order by
    standing.median_lag desc nulls last,
    standing.mean_share nulls last,
    standing.weight desc,
    unit_type.sort_order,
    standing.unit_type,
    standing.indicator_id
