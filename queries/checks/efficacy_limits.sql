-- purpose: the good and the bad value of efficacy_fixed differ
-- grain: place
-- severity: reject
-- table: rule.csv
-- column: good_value
-- message: The good and the bad value of {indicator_id} for type {unit_type} in scheme {scheme_id} are the same.
with limits as (
    select
        rule.scheme_id,
        rule.unit_type,
        rule.indicator_id,
        rule.good_value,
        rule.bad_value
    from rule
    union
    select
        rule_part.scheme_id,
        rule_part.unit_type,
        rule_part.indicator_id,
        rule_part.good_value,
        rule_part.bad_value
    from rule_part
)

select
    limits.scheme_id || ' ' || limits.unit_type || ' ' || limits.indicator_id as place,
    limits.scheme_id,
    limits.unit_type,
    limits.indicator_id
from limits
where limits.good_value = limits.bad_value
order by place
