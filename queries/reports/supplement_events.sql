-- purpose: the honours of an assessment year to a month: bonus events with their document, the highest level first;
--     events without the document that a bonus needs are listed and do not count
-- grain: month, unit_id, sheet, cell
-- params: month date, unit_types varchar[]
with newest as (
    select
        active_month.month,
        active_month.year_start
    from active_month
    where active_month.month <= $month
    qualify active_month.month = max(active_month.month) over ()
)

select
    month_event.month,
    month_event.unit_id,
    unit.name as unit,
    coalesce(unit.name_en, unit.name) as unit_en,
    month_event.unit_type,
    month_event.kind,
    coalesce(event_kind.name_en, month_event.kind) as kind_en,
    month_event.event,
    month_event.document,
    month_event.points::double as points,
    month_event.is_counted_bonus,
    month_event.sheet,
    month_event.cell
from month_event
inner join newest
    on
        month_event.year_start = newest.year_start
        and month_event.month <= newest.month
inner join unit on month_event.unit_id = unit.unit_id
inner join unit_type on month_event.unit_type = unit_type.unit_type
inner join event_kind
    on
        month_event.scheme_id = event_kind.scheme_id
        and month_event.kind = event_kind.kind
where
    month_event.scenario_id = 0
    and month_event.effect = 'bonus'
    and month_event.quantity > 0
    and (len($unit_types) = 0 or month_event.unit_type = any($unit_types))
order by
    month_event.points desc,
    month_event.month,
    unit_type.sort_order,
    month_event.unit_id,
    month_event.sheet,
    month_event.cell
