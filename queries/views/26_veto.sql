-- purpose: 一票否决: the vetoes on counting units with the ceiling each puts on the tier (domain.md section 5, Veto)
-- grain: scenario_id, month, unit_id, sheet, cell
select
    month_event.scenario_id,
    month_event.month,
    month_event.unit_id,
    month_event.kind,
    month_event.event,
    month_event.ceiling,
    month_event.sheet,
    month_event.cell
from month_event
where month_event.effect = 'veto' and month_event.quantity > 0
