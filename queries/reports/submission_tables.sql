-- purpose: each table that a source department owes for a month (its indicators of one due day), as it stands on a day:
--     how much has come and when. An indicator came when anything of it first did; a table is late if one of its
--     indicators came after the due day, and whole when nothing is left but units' own missing rows. Open months only
-- grain: month, department, due_on
-- params: today date, unit_types varchar[]
with column_state as (
    select
        owed_cell.month,
        owed_cell.source as department,
        owed_cell.due_on,
        owed_cell.indicator_id,
        count(*) as cell_count,
        count(*) filter (where owed_cell.has_come) as come_count,
        count(*) filter (where owed_cell.is_returned) as returned_count,
        count(*) filter (where owed_cell.is_own_late) as own_late_count,
        min(owed_cell.first_received_on) as came_on,
        max(owed_cell.first_received_on) as filled_on,
        max(owed_cell.last_received_on) as last_on
    from owed_cell
    where owed_cell.scenario_id = 0 and (len($unit_types) = 0 or owed_cell.unit_type = any($unit_types))
    group by owed_cell.month, owed_cell.source, owed_cell.due_on, owed_cell.indicator_id
),

table_state as (
    select
        column_state.month,
        column_state.department,
        column_state.due_on,
        count(*) as indicator_count,
        list(column_state.indicator_id order by column_state.indicator_id) as indicators,
        list(column_state.indicator_id order by column_state.indicator_id) filter (
            where column_state.come_count + column_state.own_late_count < column_state.cell_count
        ) as open_indicators,
        sum(column_state.cell_count) as cell_count,
        sum(column_state.come_count) as come_count,
        sum(column_state.returned_count) as returned_count,
        sum(column_state.own_late_count) as own_late_count,
        sum(column_state.cell_count - column_state.come_count - column_state.own_late_count) as awaited_count,
        min(column_state.came_on) as first_on,
        max(column_state.last_on) as last_on,
        max(column_state.filled_on) as filled_on,
        greatest(date_diff('day', column_state.due_on, max(column_state.came_on)), 0) as days_late
    from column_state
    group by column_state.month, column_state.department, column_state.due_on
),

judged as (
    select
        table_state.*,
        case
            when table_state.come_count = 0 and $today > table_state.due_on then 'missing'
            when table_state.come_count = 0 then 'not_due'
            when table_state.returned_count > 0 then 'returned'
            when table_state.awaited_count > 0 then 'partial'
            when table_state.days_late > 0 then 'late'
            else 'on_time'
        end as state
    from table_state
)

select
    judged.month,
    judged.department,
    judged.due_on,
    (
        select min(unit_name.unit_id)
        from unit_name
        where unit_name.name = judged.department
    ) as unit_id,
    judged.state,
    coalesce(judged.days_late > 0, false) as is_late,
    judged.days_late::integer as days_late,
    judged.awaited_count > 0 and $today > judged.due_on as is_overdue,
    date_diff('day', $today, judged.due_on)::integer as days_left,
    judged.indicator_count::integer as indicator_count,
    judged.indicators,
    judged.open_indicators,
    judged.cell_count::integer as cell_count,
    judged.come_count::integer as come_count,
    judged.awaited_count::integer as awaited_count,
    judged.own_late_count::integer as own_late_count,
    judged.returned_count::integer as returned_count,
    judged.first_on,
    judged.last_on,
    case when judged.awaited_count = 0 then judged.filled_on end as complete_on
from judged
order by
    judged.month desc,
    case judged.state
        when 'missing' then 1
        when 'returned' then 2
        when 'partial' then 3
        when 'late' then 4
        when 'not_due' then 5
        else 6
    end,
    judged.days_late desc nulls last,
    judged.due_on,
    judged.department
