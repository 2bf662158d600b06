-- purpose: the numbers of a scheme lie where they have a meaning
-- grain: place
-- severity: reject
-- table: scheme.csv
-- column: parameter
-- message: Scheme {scheme_id}: {parameter} is {value}; allowed is {allowed}.
with parameter as (
    select
        scheme.scheme_id,
        unnest([
            'year_start_month', 'first_tier_month', 'join_day', 'min_applicable_share', 'alpha', 'bonus_cap',
            'penalty_cap', 'table_penalty_cap', 'late_table_points', 'missing_table_points', 'min_group_for_quota',
            'min_first_places', 'tie_max_overshoot', 'min_quarter_months', 'min_year_months', 'small_sample',
            'compile_day', 'publish_day'
        ]) as parameter,
        unnest([
            scheme.year_start_month, scheme.first_tier_month, scheme.join_day, scheme.min_applicable_share,
            scheme.alpha, scheme.bonus_cap, scheme.penalty_cap, scheme.table_penalty_cap, scheme.late_table_points,
            scheme.missing_table_points, scheme.min_group_for_quota, scheme.min_first_places,
            scheme.tie_max_overshoot, scheme.min_quarter_months, scheme.min_year_months, scheme.small_sample,
            scheme.compile_day, scheme.publish_day
        ]::double[]) as value,
        unnest([1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 1, 1, 1, 1]) as least,
        unnest([12, 12, 31, 1, 1, 100, 100, 100, 100, 100, 1000, 1000, 1000, 3, 12, 1000, 31, 31]) as most
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
