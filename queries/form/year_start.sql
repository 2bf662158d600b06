-- purpose: the start of the assessment year of some months
-- params: months date[]
with asked as (
    select unnest($months::date[]) as month
),

calendar as (
    select min(scheme.year_start_month) as year_start_month
    from scheme
)

select
    asked.month,
    months_before(asked.month, month_index(asked.month, calendar.year_start_month) - 1) as year_start
from asked
cross join calendar
