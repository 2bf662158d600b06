-- purpose: a unit is in one type on any day
-- grain: place
-- severity: reject
-- table: membership.csv
-- column: starts_on
-- message: {unit_id} is in two types from {starts_on}.
select
    later.unit_id as place,
    later.unit_id,
    later.starts_on::varchar as starts_on
from membership as later
inner join membership as earlier
    on
        later.unit_id = earlier.unit_id
        and later.starts_on >= earlier.starts_on
        and coalesce(earlier.ends_on, date '9999-12-31') >= later.starts_on
        and (later.starts_on > earlier.starts_on or later.unit_type > earlier.unit_type)
order by place, starts_on
