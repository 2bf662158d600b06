-- purpose: every code that a row names exists
-- grain: place
-- severity: reject
-- table: reference
-- message: {what} names {column} “{code}”, which is not there.
with named as (
    select
'membership.csv' as what,
'unit' as column_name,
membership.unit_id as code
    from membership
    union
    select
'membership.csv',
'unit_type',
membership.unit_type
    from membership
    union
    select
'unit_alias.csv',
'unit',
unit_alias.unit_id
    from unit_alias
    union
    select
'rule.csv',
'scheme',
rule.scheme_id
    from rule
    union
    select
'rule.csv',
'unit_type',
rule.unit_type
    from rule
    union
    select
'rule.csv',
'indicator',
rule.indicator_id
    from rule
    union
    select
'rule.csv',
'module',
rule.scheme_id || ' ' || rule.module_id
    from rule
    union
    select
'rule_part.csv',
'scheme',
rule_part.scheme_id
    from rule_part
    union
    select
'rule_part.csv',
'indicator',
rule_part.indicator_id
    from rule_part
    union
    select
'rule_override.csv',
'unit',
rule_override.unit_id
    from rule_override
    union
    select
'rule_override.csv',
'indicator',
rule_override.indicator_id
    from rule_override
    union
    select
'rule_override.csv',
'scheme',
rule_override.scheme_id
    from rule_override
    union
    select
'target.csv',
'unit',
target.unit_id
    from target
    where target.upload_id = 0
    union
    select
'target.csv',
'indicator',
target.indicator_id
    from target
    where target.upload_id = 0
    union
    select
'milestone.csv',
'indicator',
milestone.indicator_id
    from milestone
    union
    select
'milestone.csv',
'unit',
milestone.unit_id
    from milestone
    where milestone.unit_id <> ''
    union
    select
'event_kind.csv',
'tier',
event_kind.scheme_id || ' ' || event_kind.ceiling
    from event_kind
    where event_kind.ceiling is not null
    union
    select
'tier.csv',
'scheme',
tier.scheme_id
    from tier
    union
    select
'tier.csv',
'unit_type',
tier.unit_type
    from tier
    where tier.unit_type <> '*'
    union
    select
'result',
'unit',
result.unit_id
    from result
    union
    select
'result',
'indicator',
result.indicator_id
    from result
    union
    select
'event',
'unit',
event.unit_id
    from event
),

known as (
    select
'unit' as column_name,
unit.unit_id as code
    from unit
    union all
    select
'unit_type',
unit_type.unit_type
    from unit_type
    union all
    select
'scheme',
scheme.scheme_id
    from scheme
    union all
    select
'indicator',
indicator.indicator_id
    from indicator
    union all
    select
'module',
module.scheme_id || ' ' || module.module_id
    from module
    union all
    select distinct
'tier',
tier.scheme_id || ' ' || tier.tier
    from tier
)

select
    named.what as place,
    named.what,
    named.column_name as "column",
    named.code
from named
left join known
    on
        named.column_name = known.column_name
        and named.code = known.code
where known.code is null
order by place, named.column_name, named.code
