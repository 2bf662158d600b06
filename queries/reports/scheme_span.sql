-- purpose: from when schemes are in force, and whether January is a month of its own in any of them
-- grain: one row
select
    min(scheme.effective_month) as first_month,
    coalesce(bool_or(scheme.has_january_period), true) as has_january_period
from scheme
