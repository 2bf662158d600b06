-- purpose: a column in which many units have done exactly their target: targets copied into the wrong column
--     (domain.md section 8, data quality)
-- grain: an indicator that came in
-- order: 2
-- message: {indicator}: {same} of {count} units have exactly their annual target as value. Is it the right column?
select
    any_value(incoming.sheet) as sheet,
    arg_min(incoming.cell, incoming.row_number) as cell,
    incoming.indicator,
    count(*) filter (where incoming.value = incoming.target) as same,
    count(*) as count
from incoming
where incoming.target <> 0
group by incoming.indicator
having
    count(*) filter (where incoming.value = incoming.target) >= 5
    and 2 * count(*) filter (where incoming.value = incoming.target) >= count(*)
    and count(distinct incoming.target) >= 3
order by incoming.indicator
