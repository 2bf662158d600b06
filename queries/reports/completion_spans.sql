-- purpose: the units of a type in one indicator, cut into the month, the quarter and the year so far
-- grain: unit_id, span
-- params: month date, unit_type varchar, indicator_id varchar
select
    cell_span.unit_id,
    cell_span.span,
    cell_span.span_kind,
    cell_span.value,
    cell_span.goal_value,
    cell_span.measure,
    cell_span.is_on_plan
from cell_span
where
    cell_span.scenario_id = 0
    and cell_span.month = $month
    and cell_span.unit_type = $unit_type
    and cell_span.indicator_id = $indicator_id
order by cell_span.unit_id, cell_span.span
