-- purpose: every function of a rule has its file in queries/functions
-- grain: place
-- severity: reject
-- table: rule.csv
-- column: function
-- message: “{function}” of {indicator_id} is no scoring function; functions are: {functions}.
with used as (
    select
rule.scheme_id,
rule.unit_type,
rule.indicator_id,
rule.function
    from rule
    union
    select
rule_part.scheme_id,
rule_part.unit_type,
rule_part.indicator_id,
rule_part.function
    from rule_part
)

select
    used.scheme_id || ' ' || used.unit_type || ' ' || used.indicator_id as place,
    used.function,
    used.indicator_id,
    (
        select string_agg(known.function, ', ' order by known.function)
        from scoring_function as known
    ) as functions
from used
left join scoring_function on used.function = scoring_function.function
where scoring_function.function is null
order by place, used.function
