-- purpose: an amount or count to date that is less than it was a month before (domain.md section 8, data quality)
-- grain: a cell that came in
-- order: 5
-- message: {unit}, {indicator}: {now} to date is less than the {before} of the month before.
select
    incoming.sheet,
    incoming.cell,
    incoming.unit,
    incoming.unit_type,
    incoming.indicator,
    incoming.value as now,
    before.value as before
from incoming
inner join recent as before
    on
        incoming.unit_id = before.unit_id
        and incoming.indicator_id = before.indicator_id
        and before.back = 1
where incoming.is_additive and before.is_same_year and incoming.value < before.value
order by incoming.sheet, incoming.row_number, incoming.cell
