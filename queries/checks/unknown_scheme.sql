-- purpose: every scheme that a row names exists
-- grain: place, code
-- severity: reject
-- table: reference
-- column: scheme_id
-- message: {what} names {column} “{code}”, which is not there.
with named as (
    select
        'module.csv' as what,
        module.scheme_id as code
    from module
    union
    select
        'rule.csv' as what,
        rule.scheme_id as code
    from rule
    union
    select
        'rule_part.csv' as what,
        rule_part.scheme_id as code
    from rule_part
    union
    select
        'rule_override.csv' as what,
        rule_override.scheme_id as code
    from rule_override
    union
    select
        'plan_curve.csv' as what,
        plan_curve.scheme_id as code
    from plan_curve
    union
    select
        'voter_group.csv' as what,
        voter_group.scheme_id as code
    from voter_group
    union
    select
        'grade.csv' as what,
        grade.scheme_id as code
    from grade
    union
    select
        'event_kind.csv' as what,
        event_kind.scheme_id as code
    from event_kind
    union
    select
        'bonus_group.csv' as what,
        bonus_group.scheme_id as code
    from bonus_group
    union
    select
        'rank_bonus.csv' as what,
        rank_bonus.scheme_id as code
    from rank_bonus
    union
    select
        'tier.csv' as what,
        tier.scheme_id as code
    from tier
)

select
    named.what as place,
    named.what,
    'scheme' as "column",
    named.code
from named
left join scheme on named.code = scheme.scheme_id
where scheme.scheme_id is null
order by place, named.code
