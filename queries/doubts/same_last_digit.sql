-- purpose: a column whose numbers nearly all end in the same digit: made up, or rounded by a formula (domain.md section 8)
-- grain: an indicator that came in
-- order: 3
-- message: {indicator}: {same} of {count} different numbers end in the digit {digit}. Are they measured?
with written as (
    select
        incoming.*,
        rtrim(rtrim(incoming.value::varchar, '0'), '.') as digits
    from incoming
    where abs(incoming.value) >= 100 or incoming.value <> trunc(incoming.value)
),

counted as (
    select
        written.indicator,
        right(written.digits, 1) as digit,
        any_value(written.sheet) as sheet,
        arg_min(written.cell, written.row_number) as cell,
        count(distinct written.value) as same
    from written
    group by written.indicator, right(written.digits, 1)
),

whole as (
    select
        written.indicator,
        count(distinct written.value) as count
    from written
    group by written.indicator
)

select
    counted.sheet,
    counted.cell,
    counted.indicator,
    counted.same,
    whole.count,
    counted.digit
from counted
inner join whole on counted.indicator = whole.indicator
where
    whole.count >= 8
    and counted.digit not in ('0', '5')
    and counted.same >= 0.8 * whole.count
order by counted.indicator
