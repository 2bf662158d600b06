-- purpose: every unit that a row names exists
-- grain: place, code
-- severity: reject
-- table: reference
-- column: unit_id
-- message: {what} names {column} “{code}”, which is not there.
with named as (
    select
        'membership.csv' as what,
        membership.unit_id as code
    from membership
    union
    select
        'unit_alias.csv' as what,
        unit_alias.unit_id as code
    from unit_alias
    union
    select
        'rule_override.csv' as what,
        rule_override.unit_id as code
    from rule_override
    union
    select
        'target.csv' as what,
        target.unit_id as code
    from target
    where target.upload_id = 0
    union
    select
        'milestone.csv' as what,
        milestone.unit_id as code
    from milestone
    where milestone.unit_id <> ''
    union
    select
        'result' as what,
        result.unit_id as code
    from result
    union
    select
        'event' as what,
        event.unit_id as code
    from event
)

select
    named.what as place,
    named.what,
    'unit' as "column",
    named.code
from named
left join unit on named.code = unit.unit_id
where unit.unit_id is null
order by place, named.code
