-- purpose: who rose and who fell: every move of a tier first, then of places, the largest first; each with what did most
--     of it: the indicator (bonus, deduction) whose points after renormalising grew (shrank) most since the month before.
--     An indicator that applies on one side only is none: its weight went to or came from the others.
--     Only a month has such terms: a quarter is a mean of months, a year a blend of two.
-- grain: unit_id
-- params: period_kind varchar, period_start date, previous_start date, unit_types varchar[], top integer
with unit_change as (
    from unit_change_at(2147483647)
    where
        period_kind = $period_kind
        and period_start = $period_start
        and (len($unit_types) = 0 or unit_type = any($unit_types))
),

moved as (
    select
        unit_change.*,
        unit_change.tier_shift in ('promoted', 'demoted') as is_tier_move,
        case
            when unit_change.tier_shift = 'promoted' then 1
            when unit_change.tier_shift = 'demoted' then -1
            else sign(unit_change.rank_change)
        end as direction
    from unit_change
    where unit_change.tier_shift in ('promoted', 'demoted') or unit_change.rank_change <> 0
),

picked as (
    select
        moved.*,
        unit.name,
        coalesce(unit.name_en, unit.name) as name_en,
        row_number() over (
            partition by moved.direction
            order by
                moved.is_tier_move desc,
                abs(moved.rank_change) desc nulls last,
                abs(moved.score_change) desc nulls last,
                unit.sort_order,
                moved.unit_id
        ) as place,
        count(*) over (partition by moved.direction) as move_count
    from moved
    inner join unit on moved.unit_id = unit.unit_id
    qualify place <= $top or moved.is_tier_move
),

month_cell as (
    select
        effective_cell.unit_id,
        effective_cell.indicator_id,
        effective_cell.weight::double as weight,
        effective_cell.points::double as points,
        1 as side
    from effective_cell
    where
        $period_kind = 'month'
        and effective_cell.scenario_id = 0
        and effective_cell.month = $period_start
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
        $period_kind = 'month'
        and effective_cell.scenario_id = 0
        and effective_cell.month = $previous_start
        and effective_cell.share is not null
),

event_points as (
    select
        picked.unit_id,
        picked.direction,
        result.bonus_points::double as bonus_points,
        result.penalty_points::double as penalty_points,
        case result.period_start when $period_start then 1 else -1 end as side
    from picked
    inner join stored_result as result on picked.unit_id = result.unit_id
    where
        $period_kind = 'month'
        and result.scenario_id = 0
        and result.superseded_by is null
        and result.period_kind = 'month'
        and result.period_start in ($period_start, $previous_start)
),

term as (
    select
        picked.unit_id,
        picked.direction,
        'indicator' as term_kind,
        month_cell.indicator_id,
        month_cell.side * 100 * month_cell.points / sum(month_cell.weight) over (
            partition by month_cell.unit_id, month_cell.side
        ) as points
    from picked
    inner join month_cell on picked.unit_id = month_cell.unit_id
    union all
    select
        event_points.unit_id,
        event_points.direction,
        'bonus' as term_kind,
        '' as indicator_id,
        event_points.side * event_points.bonus_points as points
    from event_points
    union all
    select
        event_points.unit_id,
        event_points.direction,
        'deduction' as term_kind,
        '' as indicator_id,
        -event_points.side * event_points.penalty_points as points
    from event_points
),

main_term as (
    select
        term.unit_id,
        term.term_kind,
        term.indicator_id,
        round_score(sum(term.points)) as points_change
    from term
    group by term.unit_id, term.direction, term.term_kind, term.indicator_id
    having
        round_score(sum(term.points)) * term.direction > 0
        and (term.term_kind <> 'indicator' or count(*) = 2)
    qualify
        row_number() over (
            partition by term.unit_id
            order by sum(term.points) * term.direction desc, term.term_kind, term.indicator_id
        ) = 1
)

select
    picked.direction::integer as direction,
    picked.place::integer as place,
    picked.move_count::integer as move_count,
    picked.unit_id,
    picked.name as unit,
    picked.name_en as unit_en,
    picked.unit_type,
    picked.tier_shift,
    picked.previous_tier,
    previous_name.tier_en as previous_tier_en,
    previous_place.tier_order as previous_tier_order,
    picked.tier,
    tier_name.tier_en,
    picked.tier_order,
    (
        select count(*)
        from type_tier as own_tier
        where own_tier.scheme_id = picked.scheme_id and own_tier.unit_type = picked.unit_type
    )::integer as tier_count,
    picked.previous_rank,
    picked.rank_in_type,
    picked.unit_count,
    picked.rank_change,
    picked.previous_score,
    picked.score,
    picked.score_change,
    picked.is_over_year,
    picked.is_provisional,
    picked.ceiling,
    ceiling_name.tier_en as ceiling_en,
    picked.decided_tier is not null as is_decided,
    main_term.term_kind,
    main_term.indicator_id,
    indicator.name as indicator,
    coalesce(indicator.name_en, indicator.name) as indicator_en,
    main_term.points_change
from picked
left join main_term on picked.unit_id = main_term.unit_id
left join indicator on main_term.indicator_id = indicator.indicator_id
left join tier_name on picked.tier = tier_name.tier
left join tier_name as previous_name on picked.previous_tier = previous_name.tier
left join tier_name as ceiling_name on picked.ceiling = ceiling_name.tier
left join type_tier as previous_place
    on
        picked.scheme_id = previous_place.scheme_id
        and picked.unit_type = previous_place.unit_type
        and picked.previous_tier = previous_place.tier
order by picked.direction desc, picked.place, picked.unit_id
