-- purpose: the month in which assessment years begin
-- grain: one row
select coalesce(min(scheme.year_start_month), 1) as year_start_month
from scheme
