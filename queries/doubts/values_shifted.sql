-- purpose: a column sorted from end to end that no longer goes with the units' own numbers of the month before, though
--     those went with the month before them: the values were sorted without the names (domain.md section 8)
-- grain: an indicator that came in, by unit type
-- order: 1
-- message: {indicator} ({unit_type}): the numbers are sorted and no longer go with the units as they did a month before. Were they sorted without the names?
with placed as (
    select
        beside.*,
        rank() over (partition by beside.indicator, beside.unit_type order by beside.value)::double as place,
        rank() over (partition by beside.indicator, beside.unit_type order by beside.row_number)::double as line
    from beside
    where beside.before is not null and beside.earlier is not null
)

select
    any_value(placed.sheet) as sheet,
    arg_min(placed.cell, placed.row_number) as cell,
    placed.indicator,
    placed.unit_type
from placed
group by placed.indicator, placed.unit_type
having
    count(distinct placed.value) >= 6
    and count(distinct placed.before) > 1
    and count(distinct placed.earlier) > 1
    and abs(corr(placed.place, placed.line)) > 0.995
    and corr(placed.before::double, placed.earlier::double) > 0.8
    and corr(placed.value::double, placed.before::double) < 0.4
order by placed.indicator, placed.unit_type
