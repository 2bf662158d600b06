-- purpose: the units that count in each open month
select
    active_unit.month,
    unit.unit_id,
    unit.name,
    active_unit.unit_type,
    unit_type.name as type_name
from active_unit
inner join unit on active_unit.unit_id = unit.unit_id
inner join unit_type on active_unit.unit_type = unit_type.unit_type
order by active_unit.month, unit_type.sort_order, unit_type.unit_type, unit.sort_order, unit.unit_id
