-- purpose: who rose and who fell: moves of a tier first, then of places, the largest first; each with what did most of
--     it: the indicator (bonus, deduction) whose points after renormalising grew (shrank) most since the period before.
--     A quarter compares the means of its months; a year has no such terms (domain.md section 5, 年汇总).
-- grain: unit_id
-- params: period_kind varchar, period_start date, unit_types varchar[], top integer
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
    qualify place <= $top
),

side_month as (
    select
        picked.unit_id,
        picked.direction,
        month_result.period_start as month,
        case when month_result.period_start >= picked.period_start then 1 else -1 end as side,
        month_result.bonus_points::double as bonus_points,
        month_result.penalty_points::double as penalty_points,
        count(*) over (
            partition by picked.unit_id, month_result.period_start >= picked.period_start
        ) as month_count
    from picked
    inner join stored_result as month_result
        on
            picked.unit_id = month_result.unit_id
            and month_result.period_start between picked.previous_start and picked.as_of_month
    where
        picked.period_kind <> 'year'
        and month_result.scenario_id = 0
        and month_result.superseded_by is null
        and month_result.period_kind = 'month'
        and month_result.score is not null
),

own_cell as (
    select
        side_month.unit_id,
        side_month.direction,
        side_month.side,
        side_month.month_count,
        effective_cell.indicator_id,
        100 * effective_cell.points::double / sum(effective_cell.weight::double) over (
            partition by effective_cell.month, effective_cell.unit_id
        ) as won_points
    from side_month
    inner join effective_cell
        on
            side_month.month = effective_cell.month
            and side_month.unit_id = effective_cell.unit_id
    where effective_cell.scenario_id = 0 and effective_cell.share is not null
),

term as (
    select
        own_cell.unit_id,
        own_cell.direction,
        'indicator' as term_kind,
        own_cell.indicator_id,
        own_cell.side * own_cell.won_points / own_cell.month_count as points
    from own_cell
    union all
    select
        side_month.unit_id,
        side_month.direction,
        'bonus' as term_kind,
        '' as indicator_id,
        side_month.side * side_month.bonus_points / side_month.month_count as points
    from side_month
    union all
    select
        side_month.unit_id,
        side_month.direction,
        'deduction' as term_kind,
        '' as indicator_id,
        -side_month.side * side_month.penalty_points / side_month.month_count as points
    from side_month
),

main_term as (
    select
        term.unit_id,
        term.term_kind,
        term.indicator_id,
        round_score(sum(term.points)) as points_change
    from term
    group by term.unit_id, term.direction, term.term_kind, term.indicator_id
    having round_score(sum(term.points)) * term.direction > 0
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
left join type_tier as previous_place
    on
        picked.scheme_id = previous_place.scheme_id
        and picked.unit_type = previous_place.unit_type
        and picked.previous_tier = previous_place.tier
order by picked.direction desc, picked.place, picked.unit_id
