-- purpose: a column sorted from end to end that no longer goes with the units' own numbers of the month before, though
--     those went with the month before them: the values were sorted without the names (domain.md section 8)
-- grain: an indicator that came in, by unit type
-- order: 1
-- message: {indicator} ({unit_type}): the numbers are sorted and no longer go with the units as they did a month before. Were they sorted without the names?
with beside as (
    select
        incoming.indicator,
        incoming.unit_type,
        incoming.sheet,
        incoming.cell,
        incoming.row_number,
        incoming.value::double as now,
        before.value::double as before,
        earlier.value::double as earlier,
        rank() over (partition by incoming.indicator, incoming.unit_type order by incoming.value)::double as place,
        rank() over (partition by incoming.indicator, incoming.unit_type order by incoming.row_number)::double as line
    from incoming
    inner join recent as before
        on
            incoming.unit_id = before.unit_id
            and incoming.indicator_id = before.indicator_id
            and before.back = 1
    inner join recent as earlier
        on
            incoming.unit_id = earlier.unit_id
            and incoming.indicator_id = earlier.indicator_id
            and earlier.back = 2
)

select
    any_value(beside.sheet) as sheet,
    arg_min(beside.cell, beside.row_number) as cell,
    beside.indicator,
    beside.unit_type
from beside
group by beside.indicator, beside.unit_type
having
    count(distinct beside.now) >= 6
    and abs(corr(beside.place, beside.line)) > 0.995
    and corr(beside.before, beside.earlier) > 0.8
    and corr(beside.now, beside.before) < 0.4
order by beside.indicator, beside.unit_type
