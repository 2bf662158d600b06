-- purpose: a number about 10, 100, 1,000 or 10,000 times, or one such part of, what the unit's last two led to expect:
--     a slipped decimal point or another unit of measure (domain.md section 8, data quality)
-- grain: a cell that came in
-- order: 4
-- message: {unit}, {indicator}: {now} is about {times} times the last number, {before}. Check the decimal point and the unit of measure.
with compared as (
    select
        beside.*,
        log10(abs(beside.value / case when beside.is_additive then beside.projected else beside.before end))
            as magnitude
    from beside
    where
        beside.value <> 0
        and beside.before <> 0
        and beside.earlier <> 0
        and (beside.is_same_year or not beside.is_additive)
        and beside.before / beside.earlier between 0.6 and 1.8
)

select
    compared.sheet,
    compared.cell,
    compared.unit,
    compared.unit_type,
    compared.indicator,
    compared.value as now,
    compared.before,
    case when compared.magnitude > 0 then '' else '1/' end || (10 ^ abs(round(compared.magnitude)))::integer as times
from compared
where
    abs(round(compared.magnitude)) between 1 and 4
    and abs(compared.magnitude - round(compared.magnitude)) < 0.1
order by compared.sheet, compared.row_number, compared.cell
