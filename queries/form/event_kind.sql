-- purpose: the kinds of events of the open month's scheme
select
    event_kind.kind,
    event_kind.effect,
    event_kind.points
from event_kind
inner join active_month on event_kind.scheme_id = active_month.scheme_id
order by event_kind.effect, event_kind.points desc nulls last, event_kind.kind
