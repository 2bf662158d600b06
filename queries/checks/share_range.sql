-- purpose: parameters that are parts of a whole lie between 0 and 1: a 5 in the place of 5 % would multiply scores
-- grain: place
-- severity: reject
-- table: rule.csv
-- column: parameter
-- message: {parameter} of {indicator_id} for type {unit_type} in scheme {scheme_id} is {value}; it is a part of 1 (5 % is 0.05).
with stated as (
    select
        rule.scheme_id,
        rule.unit_type,
        rule.indicator_id,
        unnest([
            'excess_cap', 'gain_cap', 'base_share', 'min_share', 'blend_share', 'late_share', 'below_share'
        ]) as parameter,
        unnest([
            rule.excess_cap, rule.gain_cap, rule.base_share, rule.min_share, rule.blend_share, rule.late_share,
            rule.below_share
        ]) as value
    from rule
    union all
    select
        rule_part.scheme_id,
        rule_part.unit_type,
        rule_part.indicator_id,
        unnest(['excess_cap', 'gain_cap', 'base_share', 'min_share', 'late_share']) as parameter,
        unnest([
            rule_part.excess_cap, rule_part.gain_cap, rule_part.base_share, rule_part.min_share, rule_part.late_share
        ]) as value
    from rule_part
)

select distinct
    stated.scheme_id || ' ' || stated.unit_type || ' ' || stated.indicator_id as place,
    stated.scheme_id,
    stated.unit_type,
    stated.indicator_id,
    stated.parameter,
    stated.value::varchar as value
from stated
where stated.value not between 0 and 1
order by place, stated.parameter
