-- purpose: the two years of numbers before the incoming ones, newest first: what a month added, and, for a sum of
--     the same year, what an even year would have made of it by now (`projected`)
-- params: month date, year_start date
create or replace temporary table recent as
with past as (
    select
        active_result.unit_id,
        active_result.indicator_id,
        active_result.month,
        active_result.value,
        active_result.month >= $year_start as is_same_year,
        row_number() over (
            partition by active_result.unit_id, active_result.indicator_id
            order by active_result.month desc
        ) as back
    from active_result
    inner join incoming
        on
            active_result.unit_id = incoming.unit_id
            and active_result.indicator_id = incoming.indicator_id
    where
        active_result.scenario_id = 0
        and active_result.state in ('VALUE', 'ZERO')
        and active_result.month < $month
        and active_result.month >= $month - interval 24 month
)

select
    past.*,
    (past.value - lag(past.value) over one_cell)
    / datediff('month', lag(past.month) over one_cell, past.month) as step,
    datediff('month', past.month, $month) as gap,
    case
        when past.is_same_year
            then
                past.value
                * (datediff('month', $year_start, $month) + 1)
                / (datediff('month', $year_start, past.month) + 1)
    end as projected
from past
window one_cell as (partition by past.unit_id, past.indicator_id order by past.month)
