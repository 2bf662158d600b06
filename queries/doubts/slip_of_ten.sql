-- purpose: a number about 10, 100, 1,000 or 10,000 times, or one such part of, what the unit's last two led to expect:
--     a slipped decimal point or another unit of measure (domain.md section 8, data quality)
-- grain: a cell that came in
-- order: 4
-- message: {unit}, {indicator}: {now} is about {times} times the {before} of the month before. Check the decimal point and the unit of measure.
with compared as (
    select
        incoming.*,
        before.value as before,
        log10(abs(incoming.value / case when incoming.is_additive then before.projected else before.value end))
            as magnitude
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
    where
        incoming.value <> 0
        and before.value <> 0
        and earlier.value <> 0
        and (before.is_same_year or not incoming.is_additive)
        and before.value / earlier.value between 0.6 and 1.8
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
