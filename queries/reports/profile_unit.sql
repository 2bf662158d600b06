-- purpose: a unit as the reference describes it: names it goes by, its duties
-- grain: one row
-- params: unit_id varchar
select
    unit.unit_id,
    unit.name as unit,
    coalesce(unit.name_en, unit.name) as unit_en,
    unit.duties,
    coalesce(unit.duties_en, unit.duties) as duties_en,
    (
        select list(unit_alias.alias order by unit_alias.alias)
        from unit_alias
        where unit_alias.unit_id = unit.unit_id
    ) as aliases
from unit
where unit.unit_id = $unit_id
