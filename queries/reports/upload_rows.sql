-- purpose: the cells of sheet 指标 as an upload brought them
-- grain: unit_id, indicator_id
-- params: upload_id integer
select
    'result' as section,
    unit.name as unit,
    indicator.name as item,
    result.value,
    result.state,
    result.sheet,
    result.cell
from result
inner join unit on result.unit_id = unit.unit_id
inner join indicator on result.indicator_id = indicator.indicator_id
where result.upload_id = $upload_id and result.scenario_id = 0
order by unit.sort_order, unit.unit_id, indicator.indicator_id
