-- purpose: the source departments whose table for a month has not come in (待报), by indicator: how
--     many units wait, and how many of them go on with an earlier share instead of leaving the weight out
-- grain: department, indicator_id
-- params: month date, unit_types varchar[]
select
    indicator.source as department,
    effective_cell.indicator_id,
    indicator.name as indicator,
    coalesce(indicator.name_en, indicator.name) as indicator_en,
    effective_cell.month,
    count(*)::integer as unit_count,
    (count(*) filter (where effective_cell.is_carried))::integer as carried_count,
    (count(*) filter (where not effective_cell.is_carried))::integer as left_out_count,
    max(effective_cell.weight)::double as largest_weight,
    count(*) over (partition by indicator.source)::integer as department_indicators
from effective_cell
inner join indicator on effective_cell.indicator_id = indicator.indicator_id
where
    effective_cell.scenario_id = 0
    and effective_cell.month = $month
    and effective_cell.is_awaited
    and (len($unit_types) = 0 or effective_cell.unit_type = any($unit_types))
group by indicator.source, effective_cell.indicator_id, indicator.name, indicator.name_en, effective_cell.month
order by
    count(*) over (partition by indicator.source) desc,
    indicator.source,
    count(*) desc,
    effective_cell.indicator_id
