-- purpose: each open month's place in the assessment year, and the days by which it is to be put together and published
-- grain: month
select
    active_month.month,
    active_month.year_start,
    due_date(active_month.month, scheme.compile_day) as compile_on,
    due_date(active_month.month, scheme.publish_day) as publish_on
from active_month
inner join scheme on active_month.scheme_id = scheme.scheme_id
order by active_month.month
