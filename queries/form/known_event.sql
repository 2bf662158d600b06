-- purpose: the events of a month as they count now
-- params: month date
select
    active_event.unit_id,
    active_event.kind,
    active_event.event,
    active_event.document,
    active_event.happened_on,
    active_event.quantity,
    active_event.points
from active_event
where active_event.month = $month and active_event.kind is not null
order by active_event.unit_id, active_event.kind, active_event.event, active_event.document
