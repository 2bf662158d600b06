-- purpose: the events of a unit's month: those of the latest accepted upload that speaks of the unit
-- grain: month, unit_id, sheet, cell
select
    event.month,
    event.unit_id,
    event.kind,
    event.event,
    event.document,
    event.happened_on,
    event.quantity,
    event.points,
    event.upload_id,
    event.sheet,
    event.cell
from event
inner join upload on event.upload_id = upload.upload_id
where upload.status = 'accepted'
qualify event.upload_id = max(event.upload_id) over (partition by event.month, event.unit_id)
