-- purpose: the units on one indicator of a supplement: value, target, rate against the year and against the plan
-- grain: unit_id
-- params: month date, indicator_id varchar, unit_types varchar[]
with newest as (
    select max(active_month.month) as month
    from active_month
    where active_month.month <= $month
)

select
    cell_completion.unit_id,
    unit.name as unit,
    coalesce(unit.name_en, unit.name) as unit_en,
    cell_completion.unit_type,
    indicator.measure_unit,
    cell_completion.state,
    cell_completion.is_late,
    cell_completion.is_carried,
    cell_completion.as_of_month,
    cell_completion.value::double as value,
    cell_completion.target_value::double as target_value,
    cell_completion.plan_share,
    cell_completion.annual_rate::double as annual_rate,
    cell_completion.lag::double as lag,
    cell_completion.light,
    cell_completion.share::double as share
from cell_completion
inner join newest on cell_completion.month = newest.month
inner join unit on cell_completion.unit_id = unit.unit_id
inner join unit_type on cell_completion.unit_type = unit_type.unit_type
inner join indicator on cell_completion.indicator_id = indicator.indicator_id
where
    cell_completion.scenario_id = 0
    and cell_completion.indicator_id = $indicator_id
    and (len($unit_types) = 0 or cell_completion.unit_type = any($unit_types))
order by
    unit_type.sort_order,
    cell_completion.unit_type,
    cell_completion.share desc nulls last,
    unit.sort_order,
    cell_completion.unit_id
