-- purpose: what did most for and most against each unit since the month before: the indicator (bonus, deduction) with
--     the largest effect on the score either way, and by how much its points after renormalising changed; only_side: it
--     applies in this month (1) or applied in the one before (-1) only
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

-- effect: what the base would lack had the indicator won as much of its weight as the whole unit did before; the
-- effects add up to the change of the base whatever weights come and go.
term as (
    select
        weighed.unit_id,
        'indicator' as term_kind,
        weighed.indicator_id,
        weighed.side,
        weighed.side * weighed.points as points,
        weighed.side * (weighed.points - weighed.weight_share * previous_base.base) as effect
    from weighed
    inner join previous_base on weighed.unit_id = previous_base.unit_id
    union all
    select
        month_result.unit_id,
        'bonus' as term_kind,
        '' as indicator_id,
        month_result.side,
        month_result.side * month_result.bonus_points as points,
        month_result.side * month_result.bonus_points as effect
    from month_result
    union all
    select
        month_result.unit_id,
        'deduction' as term_kind,
        '' as indicator_id,
        month_result.side,
        -month_result.side * month_result.penalty_points as points,
        -month_result.side * month_result.penalty_points as effect
    from month_result
),

main_term as (
    select
        term.unit_id,
        sign(round_score(sum(term.effect))) as direction,
        term.term_kind,
        term.indicator_id,
        case when count(*) = 1 then any_value(term.side) end as only_side,
        case when count(*) = 2 then round_score(sum(term.points)) end as points_change
    from term
    group by term.unit_id, term.term_kind, term.indicator_id
    having
        round_score(sum(term.effect)) <> 0
        and (count(*) = 1 or round_score(sum(term.points)) * sum(term.effect) > 0)
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
    main_term.points_change,
    main_term.only_side::integer as only_side
from main_term
left join indicator on main_term.indicator_id = indicator.indicator_id
order by main_term.unit_id, main_term.direction
