-- purpose: a weight is above 0
-- grain: place
-- severity: reject
-- table: rule.csv
-- column: weight
-- message: The weight of {indicator_id} for type {unit_type} in scheme {scheme_id} is {weight}; it must be above 0.
select
    rule.scheme_id || ' ' || rule.unit_type || ' ' || rule.indicator_id as place,
    rule.scheme_id,
    rule.unit_type,
    rule.indicator_id,
    rule.weight::varchar as weight
from rule
where rule.weight <= 0
order by place
