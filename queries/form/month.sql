-- purpose: the scheme and the year of the open month
select
    active_month.scheme_id,
    active_month.has_january_period,
    active_month.year_start,
    active_month.month_end
from active_month
