-- purpose: the numbers of a scheme lie where they have a meaning
-- grain: place
-- severity: reject
-- table: scheme.csv
-- message: Scheme {scheme_id}: {parameter} is {value}; allowed is {allowed}.
with parameter as (
    select
scheme.scheme_id,
'year_start_month' as parameter,
scheme.year_start_month::double as value,
1 as least,
12 as most
    from scheme
    union all
    select
scheme.scheme_id,
'first_tier_month',
scheme.first_tier_month,
1,
12
    from scheme
    union all
    select
scheme.scheme_id,
'join_day',
scheme.join_day,
1,
31
    from scheme
    union all
    select
scheme.scheme_id,
'min_applicable_share',
scheme.min_applicable_share,
0,
1
    from scheme
    union all
    select
scheme.scheme_id,
'alpha',
scheme.alpha,
0,
1
    from scheme
    union all
    select
scheme.scheme_id,
'bonus_cap',
scheme.bonus_cap,
0,
100
    from scheme
    union all
    select
scheme.scheme_id,
'penalty_cap',
scheme.penalty_cap,
0,
100
    from scheme
    union all
    select
scheme.scheme_id,
'table_penalty_cap',
scheme.table_penalty_cap,
0,
100
    from scheme
)

select
    parameter.scheme_id || ' ' || parameter.parameter as place,
    parameter.scheme_id,
    parameter.parameter,
    parameter.value::varchar as value,
    parameter.least::varchar || '–' || parameter.most::varchar as allowed
from parameter
where parameter.value not between parameter.least and parameter.most
order by place
