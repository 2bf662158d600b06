-- purpose: the numbers of a month that count now and can be sent back for correction, with the day they came in
-- grain: indicator_id, unit_id
-- params: month date
select
    active_result.indicator_id,
    indicator.name as indicator,
    coalesce(indicator.name_en, indicator.name) as indicator_en,
    indicator.measure_unit,
    active_result.unit_id,
    unit.name as unit,
    coalesce(unit.name_en, unit.name) as unit_en,
    active_result.value,
    active_result.received_on
from active_result
inner join unit on active_result.unit_id = unit.unit_id
inner join indicator on active_result.indicator_id = indicator.indicator_id
where
    active_result.scenario_id = 0
    and active_result.month = $month
    and active_result.state in ('VALUE', 'ZERO')
order by
    active_result.indicator_id,
    unit.sort_order,
    active_result.unit_id
