-- purpose: a parameter without a default is stated (domain.md section 4)
-- grain: place
-- severity: reject
-- table: rule.csv
-- column: parameter
-- message: {indicator_id} for type {unit_type} in scheme {scheme_id}: {function} needs {parameter}.
with leaf as (
    select
        rule.scheme_id,
rule.unit_type,
rule.indicator_id,
rule.function,
rule.line,
rule.good_value,
rule.bad_value,
        rule.per_case,
rule.gate
    from rule
    where rule.scenario_id = 0
    union all
    select
        rule_part.scheme_id,
rule_part.unit_type,
rule_part.indicator_id,
rule_part.function,
rule_part.line,
        rule_part.good_value,
rule_part.bad_value,
rule_part.per_case,
null as gate
    from rule_part
    where rule_part.scenario_id = 0
),

need as (
    select
        leaf.*,
        unnest(scoring_function.needs) as parameter
    from leaf
    inner join scoring_function on leaf.function = scoring_function.function
),

part as (
    select
        rule_part.scheme_id,
        rule_part.unit_type,
        rule_part.indicator_id,
        'part ' || rule_part.part::varchar as parameter
    from rule_part
    where rule_part.scenario_id = 0
)

select
    need.scheme_id || ' ' || need.unit_type || ' ' || need.indicator_id as place,
    need.scheme_id,
    need.unit_type,
    need.indicator_id,
    need.function,
    need.parameter
from need
left join part
    on
        need.scheme_id = part.scheme_id
        and need.unit_type = part.unit_type
        and need.indicator_id = part.indicator_id
        and need.parameter = part.parameter
where
    case need.parameter
        when 'line' then need.line is null
        when 'good_value' then need.good_value is null
        when 'bad_value' then need.bad_value is null
        when 'per_case' then need.per_case is null
        when 'gate' then need.gate is null
        when 'part 1' then part.parameter is null
        when 'part 2' then part.parameter is null
        else false
    end
order by place, need.function, need.parameter
