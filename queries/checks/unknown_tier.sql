-- purpose: every tier that a veto names as its ceiling exists in its scheme
-- grain: place, code
-- severity: reject
-- table: reference
-- column: ceiling
-- message: {what} names {column} “{code}”, which is not there.
select distinct
    'event_kind.csv' as place,
    'event_kind.csv' as what,
    'tier' as "column",
    event_kind.scheme_id || ' ' || event_kind.ceiling as code
from event_kind
left join tier
    on
        event_kind.scheme_id = tier.scheme_id
        and event_kind.ceiling = tier.tier
where event_kind.ceiling is not null and tier.tier is null
order by place, code
