-- purpose: every month that has data, its scheme (the one in force on its last day) and its place in the year
--     a January without a period of its own is none (domain.md section 5, Months)
-- grain: month
with month_scheme as (
    select
        loaded_month.month,
        scheme.scheme_id,
        scheme.year_start_month,
        scheme.has_january_period,
        scheme.first_tier_month,
        scheme.join_day,
        scheme.missing_table_is,
        month_index(loaded_month.month, scheme.year_start_month) as month_index,
        month_index(make_date(2001, scheme.first_tier_month, 1), scheme.year_start_month) as first_tier_index
    from loaded_month
    asof inner join scheme on loaded_month.month >= scheme.effective_month
)

select
    month_scheme.month,
    month_scheme.scheme_id,
    month_scheme.month_index,
    month_scheme.has_january_period,
    month_scheme.missing_table_is,
    month_scheme.first_tier_index,
    last_day(month_scheme.month) as month_end,
    (month_scheme.month + to_days((month_scheme.join_day - 1)::integer))::date as join_deadline,
    months_before(month_scheme.month, month_scheme.month_index - 1) as year_start,
    year(months_before(month_scheme.month, month_scheme.month_index - 12)) as assessment_year,
    months_before(month_scheme.month, (month_scheme.month_index - 1) % 3) as quarter_start,
    month_scheme.month_index >= month_scheme.first_tier_index as is_tiered,
    ceil(month_scheme.month_index / 3) * 3 >= month_scheme.first_tier_index as is_quarter_tiered
from month_scheme
where month_scheme.has_january_period or month(month_scheme.month) <> 1
