-- purpose: every cell of a period's months: value, state, terms and points, and where the value came from
-- grain: month, unit_id, indicator_id
-- params: first_month date, last_month date
select
    effective_cell.month,
    effective_cell.unit_id,
    unit.name as unit,
    effective_cell.unit_type,
    effective_cell.indicator_id,
    indicator.name as indicator,
    indicator.measure_unit,
    effective_cell.module_id,
    effective_cell.function_key as function,
    effective_cell.value,
    effective_cell.state,
    effective_cell.carried_from,
    effective_cell.target_value,
    effective_cell.plan_share,
    effective_cell.share,
    effective_cell.weight,
    effective_cell.points,
    effective_cell.terms,
    upload.file_name,
    effective_cell.sheet,
    effective_cell.cell
from effective_cell
inner join unit on effective_cell.unit_id = unit.unit_id
inner join indicator on effective_cell.indicator_id = indicator.indicator_id
left join upload on effective_cell.upload_id = upload.upload_id
where effective_cell.scenario_id = 0 and effective_cell.month between $first_month and $last_month
order by
    effective_cell.month,
    effective_cell.unit_type,
    unit.sort_order,
    effective_cell.unit_id,
    effective_cell.indicator_id
