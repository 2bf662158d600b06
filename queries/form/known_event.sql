-- purpose: the events of some months as they count now
-- params: months date[]
select
    active_event.month,
    active_event.unit_id,
    active_event.kind,
    active_event.event,
    active_event.document,
    active_event.happened_on,
    active_event.quantity,
    active_event.points
from active_event
where active_event.month = any($months) and active_event.kind is not null
order by active_event.month, active_event.unit_id, active_event.kind, active_event.event, active_event.document
