-- purpose: a number far outside the unit's own last year: more than eight median deviations and half the median away;
--     of an amount that adds up, what a month added is compared; small counts that never moved say nothing
--     (domain.md section 8, data quality)
-- grain: a cell that came in
-- order: 7
-- message: {unit}, {indicator}: the month's {now} is far from the unit's own last {months} months (around {middle}).
with own as (
    select
        incoming.unit_id,
        incoming.indicator_id,
        median(case when incoming.is_additive then recent.step else recent.value end) as middle,
        mad(case when incoming.is_additive then recent.step else recent.value end) as spread,
        count(case when incoming.is_additive then recent.step else recent.value end) as months
    from incoming
    inner join recent
        on
            incoming.unit_id = recent.unit_id
            and incoming.indicator_id = recent.indicator_id
            and recent.back <= 12
    where not incoming.is_additive or recent.step >= 0
    group by incoming.unit_id, incoming.indicator_id
),

measured as (
    select
        beside.*,
        case
            when not beside.is_additive then beside.value
            when beside.is_same_year then (beside.value - beside.before) / beside.gap
        end as level
    from beside
)

select
    measured.sheet,
    measured.cell,
    measured.unit,
    measured.unit_type,
    measured.indicator,
    measured.level as now,
    own.months,
    own.middle
from measured
inner join own
    on
        measured.unit_id = own.unit_id
        and measured.indicator_id = own.indicator_id
where
    own.months >= 6
    and (own.spread > 0 or abs(own.middle) >= 10)
    and (not measured.is_additive or measured.level >= 0)
    and abs(measured.level - own.middle) > greatest(8 * own.spread, 0.5 * abs(own.middle))
order by measured.sheet, measured.row_number, measured.cell
