-- purpose: the unit types with how many units they hold today
-- grain: unit_type
select
    unit_type.unit_type,
    unit_type.name,
    coalesce(unit_type.name_en, unit_type.name) as name_en,
    count(distinct membership.unit_id) filter (where membership.ends_on is null) as unit_count
from unit_type
left join membership on unit_type.unit_type = membership.unit_type
group by unit_type.unit_type, unit_type.name, unit_type.name_en, unit_type.sort_order
order by unit_type.sort_order, unit_type.unit_type
