-- purpose: the open months that take data
select
    active_month.month,
    active_month.has_january_period
from active_month
order by active_month.month
