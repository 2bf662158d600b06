-- purpose: the cells of each open month that a unit is assessed on, and the annual target in force for each
select
    cell_input.month,
    cell_input.unit_id,
    cell_input.indicator_id,
    cell_input.target_value
from cell_input
where cell_input.scenario_id = 0 and cell_input.is_assigned
order by cell_input.month, cell_input.unit_id, cell_input.indicator_id
