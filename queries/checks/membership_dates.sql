-- purpose: a membership ends after it starts
-- grain: place
-- severity: reject
-- table: membership.csv
-- column: ends_on
-- message: {unit_id} leaves type {unit_type} on {ends_on}, before it joins.
select
    membership.unit_id as place,
    membership.unit_id,
    membership.unit_type,
    membership.ends_on::varchar as ends_on
from membership
where membership.ends_on < membership.starts_on
order by place
