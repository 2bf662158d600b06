-- purpose: what the search finds: every unit and every indicator in use, by any name it goes by
-- grain: kind, item_id
with unit_term as (
    select
        unit_name.unit_id,
        list(unit_name.name order by unit_name.name) as terms
    from unit_name
    group by unit_name.unit_id
),

recent_type as (
    select
        membership.unit_id,
        arg_max(membership.unit_type, membership.starts_on) as unit_type
    from membership
    group by membership.unit_id
),

found_item as (
    select
        'unit' as kind,
        1 as kind_order,
        unit.unit_id as item_id,
        unit.name,
        coalesce(unit.name_en, unit.name) as name_en,
        recent_type.unit_type as belongs_to,
        unit_term.terms,
        unit_type.sort_order as group_order,
        unit.sort_order
    from unit
    inner join unit_term on unit.unit_id = unit_term.unit_id
    left join recent_type on unit.unit_id = recent_type.unit_id
    left join unit_type on recent_type.unit_type = unit_type.unit_type
    union all
    select
        'indicator' as kind,
        2 as kind_order,
        indicator.indicator_id as item_id,
        indicator.name,
        coalesce(indicator.name_en, indicator.name) as name_en,
        indicator.source as belongs_to,
        [indicator.indicator_id, indicator.name] as terms,
        0 as group_order,
        0 as sort_order
    from indicator
)

select
    found_item.kind,
    found_item.item_id,
    found_item.name,
    found_item.name_en,
    found_item.belongs_to,
    found_item.terms
from found_item
order by found_item.kind_order, found_item.group_order nulls last, found_item.sort_order, found_item.item_id
