-- purpose: each assessed unit that is a source department too, by any of its names: its tables of a month that came late
--     or have not come though due, beside what is reported of it: deductions for tables (events) or, where the scheme
--     measures lateness, the indicator's value. What the record knows beyond that is proposed; nothing is ever taken
--     back, for a report may count tables the record does not know. 缺报 is for tables not there when the month is published
-- grain: unit_id
-- params: month date, today date
with known as (
    select
        unit_name.unit_id,
        count(*) filter (where owed_table.days_late > 0) as late_count,
        count(*) filter (where owed_table.come_count = 0 and $today > owed_table.due_on) as missing_count
    from owed_table
    inner join unit_name on owed_table.department = unit_name.name
    where owed_table.scenario_id = 0 and owed_table.month = $month
    group by unit_name.unit_id
),

reported as (
    select
        month_event.unit_id,
        coalesce(sum(month_event.quantity) filter (where month_event.effect = 'late_table'), 0) as late_count,
        coalesce(sum(month_event.quantity) filter (where month_event.effect = 'missing_table'), 0) as missing_count
    from month_event
    where month_event.scenario_id = 0 and month_event.month = $month
    group by month_event.unit_id
),

lateness_cell as (
    select
        cell_input.unit_id,
        min(cell_input.indicator_id) as indicator_id,
        arg_min(cell_input.value, cell_input.indicator_id) as value
    from cell_input
    inner join indicator on cell_input.indicator_id = indicator.indicator_id
    where
        cell_input.scenario_id = 0
        and cell_input.month = $month
        and indicator.measures_lateness
        and cell_input.is_calendar_due
        and cell_input.state <> 'NA_BY_RULE'
    group by cell_input.unit_id
),

table_kind as (
    select
        event_kind.scheme_id,
        min(event_kind.kind) filter (where event_kind.effect = 'late_table') as late_kind,
        min(event_kind.kind) filter (where event_kind.effect = 'missing_table') as missing_kind
    from event_kind
    group by event_kind.scheme_id
),

beside as (
    select
        active_unit.unit_id,
        active_unit.unit_type,
        lateness_cell.indicator_id,
        lateness_cell.indicator_id is not null as is_measured,
        lateness_cell.value::integer as reported_value,
        coalesce(known.late_count, 0)::integer as late_count,
        coalesce(known.missing_count, 0)::integer as missing_count,
        coalesce(reported.late_count, 0)::integer as reported_late,
        coalesce(reported.missing_count, 0)::integer as reported_missing,
        $today > due_date(active_unit.month, scheme.publish_day) as is_published_by,
        table_kind.late_kind,
        table_kind.missing_kind,
        scheme.late_table_points,
        scheme.missing_table_points
    from known
    inner join active_unit on known.unit_id = active_unit.unit_id and active_unit.month = $month
    inner join scheme on active_unit.scheme_id = scheme.scheme_id
    left join table_kind on active_unit.scheme_id = table_kind.scheme_id
    left join reported on known.unit_id = reported.unit_id
    left join lateness_cell on known.unit_id = lateness_cell.unit_id
)

select
    beside.unit_id,
    unit.name as unit,
    coalesce(unit.name_en, unit.name) as unit_en,
    beside.unit_type,
    beside.indicator_id,
    beside.is_measured,
    beside.late_count,
    beside.missing_count,
    beside.reported_value,
    beside.reported_late,
    beside.reported_missing,
    beside.is_published_by,
    beside.late_kind,
    beside.missing_kind,
    beside.late_table_points::double as late_table_points,
    beside.missing_table_points::double as missing_table_points,
    case
        when beside.is_measured
            then greatest(beside.late_count + beside.missing_count - coalesce(beside.reported_value, 0), 0)
        else 0
    end::integer as more_value,
    case
        when not beside.is_measured and beside.late_kind is not null
            then greatest(beside.late_count - beside.reported_late, 0)
        else 0
    end::integer as more_late,
    case
        when not beside.is_measured and beside.missing_kind is not null and beside.is_published_by
            then greatest(beside.missing_count - beside.reported_missing, 0)
        else 0
    end::integer as more_missing,
    case
        when beside.is_measured then coalesce(beside.reported_value, 0) > beside.late_count + beside.missing_count
        else
            beside.reported_late > beside.late_count
            or beside.reported_missing > beside.missing_count
    end as is_reported_more
from beside
inner join unit on beside.unit_id = unit.unit_id
inner join unit_type on beside.unit_type = unit_type.unit_type
where
    beside.late_count + beside.missing_count > 0
    or coalesce(beside.reported_value, 0) + beside.reported_late + beside.reported_missing > 0
order by
    more_value + more_late + more_missing > 0 desc,
    is_reported_more desc,
    unit_type.sort_order,
    unit.sort_order,
    beside.unit_id
