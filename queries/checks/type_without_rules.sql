-- purpose: every type that has units has rules in every scheme
-- grain: place
-- severity: reject
-- table: rule.csv
-- column: unit_type
-- message: Type {unit_type} has units but no rules in scheme {scheme_id}.
select distinct
    scheme.scheme_id || ' ' || membership.unit_type as place,
    scheme.scheme_id,
    membership.unit_type
from scheme
inner join membership on coalesce(membership.ends_on, date '9999-12-31') >= scheme.effective_month
left join rule
    on
        scheme.scheme_id = rule.scheme_id
        and membership.unit_type = rule.unit_type
where rule.indicator_id is null
order by place
