-- purpose: the annual targets of an assessment year as the newest month at hand scores them: their range per type
-- grain: indicator_id, unit_type
-- params: month date
with newest as (
    select max(effective_cell.month) as month
    from effective_cell
    where effective_cell.scenario_id = 0 and effective_cell.month <= $month
)

select
    effective_cell.indicator_id,
    effective_cell.unit_type,
    min(effective_cell.target_value)::double as least_target,
    max(effective_cell.target_value)::double as most_target,
    count(effective_cell.target_value)::integer as unit_count,
    count(*) filter (where effective_cell.target_value = 0)::integer as not_set_count
from effective_cell
inner join newest on effective_cell.month = newest.month
where effective_cell.scenario_id = 0
group by effective_cell.indicator_id, effective_cell.unit_type
having count(effective_cell.target_value) > 0
order by effective_cell.indicator_id, effective_cell.unit_type
