-- purpose: every name a unit goes by: its code, its name and its aliases
-- grain: unit_id, name
select
    unit.unit_id,
    unit.unit_id as name
from unit
union
select
    unit.unit_id,
    unit.name
from unit
union
select
    unit_alias.unit_id,
    unit_alias.alias as name
from unit_alias
