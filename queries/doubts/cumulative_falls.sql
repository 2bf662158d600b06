-- purpose: an amount or count to date that is less than the number before it (domain.md section 8, data quality)
-- grain: a cell that came in
-- order: 5
-- message: {unit}, {indicator}: {now} to date is less than the {before} of {month}.
select
    beside.sheet,
    beside.cell,
    beside.unit,
    beside.unit_type,
    beside.indicator,
    beside.value as now,
    beside.before,
    strftime(beside.before_month, '%Y-%m') as month
from beside
where beside.is_additive and beside.is_same_year and beside.value < beside.before
order by beside.sheet, beside.row_number, beside.cell
