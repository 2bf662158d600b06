-- purpose: the types a unit has been in, with the reason of each type
-- grain: starts_on
-- params: unit_id varchar
select
    membership.unit_type,
    unit_type.name as type_name,
    coalesce(unit_type.name_en, unit_type.name) as type_name_en,
    unit_type.description,
    coalesce(unit_type.description_en, unit_type.description) as description_en,
    case when membership.starts_on > date '1900-01-01' then membership.starts_on end as starts_on,
    membership.ends_on
from membership
inner join unit_type on membership.unit_type = unit_type.unit_type
where membership.unit_id = $unit_id
order by membership.starts_on, membership.unit_type
