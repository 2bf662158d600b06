-- purpose: the events of each counting unit's month with the kind, points and ceiling its scheme gives them
-- grain: scenario_id, month, unit_id, sheet, cell
select
    scenario.scenario_id,
    active_event.month,
    active_event.unit_id,
    active_unit.unit_type,
    active_unit.scheme_id,
    active_month.year_start,
    active_event.kind,
    event_kind.effect,
    event_kind.bonus_group,
    event_kind.ceiling,
    active_event.event,
    active_event.document,
    active_event.quantity,
    active_event.sheet,
    active_event.cell,
    coalesce(active_event.points, event_kind.points, 0) as points,
    event_kind.effect = 'bonus'
    and active_event.quantity > 0
    and (active_event.document <> '' or not scheme.bonus_needs_document) as is_counted_bonus
from active_event
cross join scenario
inner join active_month on active_event.month = active_month.month
inner join active_unit
    on
        active_event.month = active_unit.month
        and active_event.unit_id = active_unit.unit_id
inner join scheme on active_unit.scheme_id = scheme.scheme_id
inner join event_kind
    on
        active_unit.scheme_id = event_kind.scheme_id
        and active_event.kind = event_kind.kind
