-- purpose: every unit_type that a row names exists
-- grain: place, code
-- severity: reject
-- table: reference
-- column: unit_type
-- message: {what} names {column} “{code}”, which is not there.
with named as (
    select
        'membership.csv' as what,
        membership.unit_type as code
    from membership
    union
    select
        'rule.csv' as what,
        rule.unit_type as code
    from rule
    union
    select
        'rule_part.csv' as what,
        rule_part.unit_type as code
    from rule_part
    union
    select
        'tier.csv' as what,
        tier.unit_type as code
    from tier
    where tier.unit_type <> '*'
)

select
    named.what as place,
    named.what,
    'unit_type' as "column",
    named.code
from named
left join unit_type on named.code = unit_type.unit_type
where unit_type.unit_type is null
order by place, named.code
