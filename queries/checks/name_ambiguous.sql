-- purpose: a name means one unit
-- grain: place
-- severity: reject
-- table: unit_alias.csv
-- column: alias
-- message: “{name}” could be {units}; give each unit names of its own.
select
    unit_name.name as place,
    unit_name.name,
    string_agg(unit_name.unit_id, ', ' order by unit_name.unit_id) as units
from unit_name
group by unit_name.name
having count(*) > 1
order by place
