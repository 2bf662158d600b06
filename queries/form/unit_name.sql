-- purpose: every name a unit goes by, unit by unit
select
    unit_name.unit_id,
    unit_name.name
from unit_name
order by unit_name.unit_id, unit_name.name
