-- purpose: a function that cannot take lower-is-better is not given such an indicator
-- grain: place
-- severity: reject
-- table: rule.csv
-- column: function
-- message: {function} cannot score {indicator_id}, which is better when lower.
with used as (
    select
rule.indicator_id,
rule.function
    from rule
    union
    select
rule_part.indicator_id,
rule_part.function
    from rule_part
)

select
    used.indicator_id || ' ' || used.function as place,
    used.function,
    used.indicator_id
from used
inner join indicator on used.indicator_id = indicator.indicator_id
inner join scoring_function on used.function = scoring_function.function
where indicator.direction = 'lower' and scoring_function.lower_is_better = 'refused'
order by place
