-- purpose: every unit of a type in every indicator over a span up to a month: the measure and what it is coloured by
-- grain: unit_id, indicator_id
-- params: month date, unit_type varchar, span varchar
select
    cell_span.unit_id,
    unit.name as unit,
    coalesce(unit.name_en, unit.name) as unit_en,
    cell_span.indicator_id,
    cell_span.measure_function,
    cell_span.state,
    cell_span.is_late,
    cell_span.value,
    cell_span.goal_value,
    cell_span.measure,
    cell_span.is_on_plan,
    cell_span.colour_share
from cell_span
inner join unit on cell_span.unit_id = unit.unit_id
where
    cell_span.scenario_id = 0
    and cell_span.month = $month
    and cell_span.unit_type = $unit_type
    and cell_span.span = $span
order by unit.sort_order, cell_span.unit_id, cell_span.indicator_id
