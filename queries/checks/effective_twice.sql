-- purpose: no two scheme versions take effect in one month
-- grain: place
-- severity: reject
-- table: scheme.csv
-- column: effective_month
-- message: Schemes {scheme_ids} take effect in the same month {effective_month}.
select
    strftime(scheme.effective_month, '%Y-%m') as place,
    string_agg(scheme.scheme_id, ', ' order by scheme.scheme_id) as scheme_ids,
    strftime(scheme.effective_month, '%Y-%m') as effective_month
from scheme
group by scheme.effective_month
having count(*) > 1
order by place
