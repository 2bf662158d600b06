-- purpose: a name means one unit
-- grain: place
-- severity: reject
-- table: unit_alias.csv
-- message: “{name}” could be {units}; give each unit names of its own.
with known as (
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
unit_alias.alias
    from unit_alias
)

select
    known.name as place,
    known.name,
    string_agg(known.unit_id, ', ' order by known.unit_id) as units
from known
group by known.name
having count(*) > 1
order by place
