-- purpose: the units whose own row is missing from tables that came in, most missing first: how many cells, which
--     indicators, from which departments. A whole missing table is its department's
-- grain: unit_id
-- params: month date, unit_types varchar[]
select
    owed_cell.unit_id,
    unit.name as unit,
    coalesce(unit.name_en, unit.name) as unit_en,
    owed_cell.unit_type,
    count(*)::integer as late_count,
    list(owed_cell.indicator_id order by owed_cell.indicator_id) as indicators,
    list(distinct owed_cell.source order by owed_cell.source) as departments
from owed_cell
inner join unit on owed_cell.unit_id = unit.unit_id
where
    owed_cell.scenario_id = 0
    and owed_cell.month = $month
    and owed_cell.is_own_late
    and (len($unit_types) = 0 or owed_cell.unit_type = any($unit_types))
group by owed_cell.unit_id, unit.name, unit.name_en, owed_cell.unit_type, unit.sort_order
order by count(*) desc, unit.sort_order, owed_cell.unit_id
