-- purpose: each table that a source department owes for a month (its indicators of one due day) with how much of it has
--     come and when. An indicator came when anything of it first did; a table is late by the indicator that came last,
--     and whole when nothing is left but units' own missing rows
-- grain: scenario_id, month, department, due_on
with column_state as (
    select
        owed_cell.scenario_id,
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
    group by owed_cell.scenario_id, owed_cell.month, owed_cell.source, owed_cell.due_on, owed_cell.indicator_id
)

select
    column_state.scenario_id,
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
group by column_state.scenario_id, column_state.month, column_state.department, column_state.due_on
