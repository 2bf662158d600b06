-- purpose: the cells a source department owes for a month: assigned, due by the calendar, and not reported as 未到期 or
--     不适用; whether each has come, was sent back, or is missing from a table that came (a unit's own missing row)
-- grain: scenario_id, month, unit_id, indicator_id
with owed as (
    select
        cell_input.scenario_id,
        cell_input.month,
        cell_input.unit_id,
        cell_input.unit_type,
        cell_input.indicator_id,
        cell_input.state,
        indicator.source,
        due_date(cell_input.month, indicator.due_day) as due_on,
        cell_input.state in ('VALUE', 'ZERO', 'NO_CASE', 'REJECTED') as has_come,
        cell_arrival.first_received_on,
        cell_arrival.last_received_on
    from cell_input
    inner join indicator on cell_input.indicator_id = indicator.indicator_id
    left join cell_arrival
        on
            cell_input.month = cell_arrival.month
            and cell_input.unit_id = cell_arrival.unit_id
            and cell_input.indicator_id = cell_arrival.indicator_id
    where
        cell_input.is_calendar_due
        and cell_input.state <> 'NA_BY_RULE'
        and not (cell_input.state = 'NOT_DUE' and coalesce(cell_arrival.reported_state, '') = 'NOT_DUE')
)

select
    owed.scenario_id,
    owed.month,
    owed.unit_id,
    owed.unit_type,
    owed.indicator_id,
    owed.source,
    owed.due_on,
    owed.state,
    owed.has_come,
    owed.state = 'REJECTED' as is_returned,
    owed.state = 'LATE' and bool_or(owed.has_come) over same_column as is_own_late,
    case when owed.has_come then owed.first_received_on end as first_received_on,
    case when owed.has_come then owed.last_received_on end as last_received_on
from owed
window same_column as (partition by owed.scenario_id, owed.month, owed.indicator_id)
