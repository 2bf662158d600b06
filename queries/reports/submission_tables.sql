-- purpose: each table that a source department owes for a month (`owed_table`), judged on a day: missing once its due day
--     has passed without anything, then what was sent back, what is there in part, late, not due yet, on time
-- grain: month, department, due_on
-- params: today date
with judged as (
    select
        owed_table.*,
        case
            when owed_table.come_count = 0 and $today > owed_table.due_on then 'missing'
            when owed_table.come_count = 0 then 'not_due'
            when owed_table.returned_count > 0 then 'returned'
            when owed_table.awaited_count > 0 then 'partial'
            when owed_table.days_late > 0 then 'late'
            else 'on_time'
        end as state
    from owed_table
    where owed_table.scenario_id = 0
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
