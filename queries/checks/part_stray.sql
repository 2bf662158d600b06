-- purpose: parts belong to a function of functions, and are themselves none: one level deep
-- grain: place
-- severity: reject
-- table: rule_part.csv
-- column: part
-- message: Part {part} of {indicator_id} for type {unit_type} in scheme {scheme_id} does not fit: parts belong to blend (1, 2) and threshold_then (1), and hold none of the two.
select
    rule_part.scheme_id || ' ' || rule_part.unit_type || ' ' || rule_part.indicator_id as place,
    rule_part.scheme_id,
    rule_part.unit_type,
    rule_part.indicator_id,
    rule_part.part
from rule_part
left join rule
    on
        rule_part.scenario_id = rule.scenario_id
        and rule_part.scheme_id = rule.scheme_id
        and rule_part.unit_type = rule.unit_type
        and rule_part.indicator_id = rule.indicator_id
left join scoring_function as outer_function on rule.function = outer_function.function
left join scoring_function as inner_function on rule_part.function = inner_function.function
where
    not coalesce(list_contains(outer_function.needs, 'part ' || rule_part.part::varchar), false)
    or inner_function.input = 'parts'
order by place, rule_part.part
