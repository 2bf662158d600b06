-- purpose: what did most for and most against each unit's score since the month before: the indicator, the bonus or the
--     deductions with the largest effect either way. Weights come and go with the calendar and with supplements; the
--     effect is what an indicator won of its weight over (under) what the unit's previous base would have given it, now
--     less then: the effects of all indicators add up to the change of the base (domain.md section 5, Base)
-- grain: unit_id, direction
-- params: month date, previous_month date
with month_cell as (
    select
        effective_cell.unit_id,
        effective_cell.indicator_id,
        effective_cell.weight::double as weight,
        effective_cell.points::double as points,
        1 as side
    from effective_cell
    where
        effective_cell.scenario_id = 0
        and effective_cell.month = $month
        and effective_cell.share is not null
    union all
    select
        effective_cell.unit_id,
        effective_cell.indicator_id,
        effective_cell.weight::double as weight,
        effective_cell.points::double as points,
        -1 as side
    from effective_cell
    where
        effective_cell.scenario_id = 0
        and effective_cell.month = $previous_month
        and effective_cell.share is not null
),

month_result as (
    select
        result.unit_id,
        result.bonus_points::double as bonus_points,
        result.penalty_points::double as penalty_points,
        case result.period_start when $month then 1 else -1 end as side
    from stored_result as result
    where
        result.scenario_id = 0
        and result.superseded_by is null
        and result.period_kind = 'month'
        and result.period_start in ($month, $previous_month)
),

weighed as (
    select
        month_cell.unit_id,
        month_cell.indicator_id,
        month_cell.side,
        100 * month_cell.points / sum(month_cell.weight) over same_month as points,
        month_cell.weight / sum(month_cell.weight) over same_month as weight_share
    from month_cell
    window same_month as (partition by month_cell.unit_id, month_cell.side)
),

previous_base as (
    select
        weighed.unit_id,
        sum(weighed.points) as base
    from weighed
    where weighed.side = -1
    group by weighed.unit_id
),

term as (
    select
        weighed.unit_id,
        'indicator' as term_kind,
        weighed.indicator_id,
        weighed.side * (weighed.points - weighed.weight_share * previous_base.base) as effect
    from weighed
    inner join previous_base on weighed.unit_id = previous_base.unit_id
    union all
    select
        month_result.unit_id,
        'bonus' as term_kind,
        '' as indicator_id,
        month_result.side * month_result.bonus_points as effect
    from month_result
    union all
    select
        month_result.unit_id,
        'deduction' as term_kind,
        '' as indicator_id,
        -month_result.side * month_result.penalty_points as effect
    from month_result
),

main_term as (
    select
        term.unit_id,
        sign(round_score(sum(term.effect))) as direction,
        term.term_kind,
        term.indicator_id,
        round_score(sum(term.effect)) as effect
    from term
    group by term.unit_id, term.term_kind, term.indicator_id
    having round_score(sum(term.effect)) <> 0
    qualify
        row_number() over (
            partition by term.unit_id, sign(round_score(sum(term.effect)))
            order by abs(sum(term.effect)) desc, term.term_kind, term.indicator_id
        ) = 1
)

select
    main_term.unit_id,
    main_term.direction::integer as direction,
    main_term.term_kind,
    main_term.indicator_id,
    indicator.name as indicator,
    coalesce(indicator.name_en, indicator.name) as indicator_en,
    main_term.effect,
    coalesce(month_state.is_late, false) as is_late
from main_term
left join indicator on main_term.indicator_id = indicator.indicator_id
left join effective_cell as month_state
    on
        month_state.scenario_id = 0
        and month_state.month = $month
        and main_term.unit_id = month_state.unit_id
        and main_term.indicator_id = month_state.indicator_id
order by main_term.unit_id, main_term.direction
