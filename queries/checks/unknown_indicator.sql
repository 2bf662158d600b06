-- purpose: every indicator that a row names exists
-- grain: place, code
-- severity: reject
-- table: reference
-- column: indicator_id
-- message: {what} names {column} “{code}”, which is not there.
with named as (
    select
        'rule.csv' as what,
        rule.indicator_id as code
    from rule
    union
    select
        'rule_part.csv' as what,
        rule_part.indicator_id as code
    from rule_part
    union
    select
        'rule_override.csv' as what,
        rule_override.indicator_id as code
    from rule_override
    union
    select
        'plan_curve.csv' as what,
        plan_curve.indicator_id as code
    from plan_curve
    union
    select
        'voter_group.csv' as what,
        voter_group.indicator_id as code
    from voter_group
    union
    select
        'target.csv' as what,
        target.indicator_id as code
    from target
    where target.upload_id = 0
    union
    select
        'milestone.csv' as what,
        milestone.indicator_id as code
    from milestone
    union
    select
        'result' as what,
        result.indicator_id as code
    from result
)

select
    named.what as place,
    named.what,
    'indicator' as "column",
    named.code
from named
left join indicator on named.code = indicator.indicator_id
where indicator.indicator_id is null
order by place, named.code
