-- purpose: the weights of a type in a scheme version sum to 100 (domain.md section 4)
-- grain: place
-- severity: reject
-- table: rule.csv
-- column: weight
-- message: The weights of type {unit_type} in scheme {scheme_id} sum to {total}, not 100.
select
    rule.scheme_id || ' ' || rule.unit_type as place,
    rule.scheme_id,
    rule.unit_type,
    sum(rule.weight)::varchar as total
from rule
where rule.scenario_id = 0
group by rule.scheme_id, rule.unit_type
having sum(rule.weight) <> 100
order by place
