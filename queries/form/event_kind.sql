-- purpose: the kinds of events of each open month's scheme
select
    active_month.month,
    event_kind.kind,
    event_kind.effect,
    event_kind.points
from event_kind
inner join active_month on event_kind.scheme_id = active_month.scheme_id
order by active_month.month, event_kind.effect, event_kind.points desc nulls last, event_kind.kind
