-- purpose: the units one may pick: every unit that ever was a member, by its latest type and the county's order
-- grain: unit_id
with latest_membership as (
    select
        membership.unit_id,
        arg_max(membership.unit_type, membership.starts_on) as unit_type
    from membership
    group by membership.unit_id
)

select
    unit.unit_id,
    unit.name as unit,
    coalesce(unit.name_en, unit.name) as unit_en,
    latest_membership.unit_type
from unit
inner join latest_membership on unit.unit_id = latest_membership.unit_id
inner join unit_type on latest_membership.unit_type = unit_type.unit_type
order by unit_type.sort_order, latest_membership.unit_type, unit.sort_order, unit.unit_id
