-- purpose: an amount or count to date that is more than a later month's of the same year (domain.md section 8, data quality)
-- grain: a cell that came in
-- order: 6
-- message: {unit}, {indicator}: {now} to date is more than the {after} of {month}, which is in already.
select
    incoming.sheet,
    incoming.cell,
    incoming.unit,
    incoming.unit_type,
    incoming.indicator,
    incoming.value as now,
    later.value as after,
    strftime(later.month, '%Y-%m') as month
from incoming
inner join later
    on
        incoming.unit_id = later.unit_id
        and incoming.indicator_id = later.indicator_id
where incoming.is_additive and incoming.value > later.value
order by incoming.sheet, incoming.row_number, incoming.cell
