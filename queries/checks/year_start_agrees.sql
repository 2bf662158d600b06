-- purpose: every scheme version has the same assessment year
-- grain: place
-- severity: reject
-- table: scheme.csv
-- column: year_start_month
-- message: Scheme {scheme_id} starts its year in month {year_start_month}, another one in another month; all must agree.
select
    scheme.scheme_id as place,
    scheme.scheme_id,
    scheme.year_start_month
from scheme
where (select count(distinct other.year_start_month) from scheme as other) > 1
order by place
