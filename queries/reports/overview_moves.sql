-- purpose: who rose and who fell in a period: every move of a tier first, then of places, the largest first;
--     the largest moves of places are there however many tiers moved
-- grain: unit_id
-- params: period_kind varchar, period_start date, unit_types varchar[], top integer, top_places integer
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
    qualify
        place <= $top
        or moved.is_tier_move
        or row_number() over (
            partition by moved.direction, moved.is_tier_move
            order by
                abs(moved.rank_change) desc nulls last,
                abs(moved.score_change) desc nulls last,
                unit.sort_order,
                moved.unit_id
        ) <= $top_places
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
    picked.previous_decided_tier is not null as was_decided
from picked
left join tier_name on picked.tier = tier_name.tier
left join tier_name as previous_name on picked.previous_tier = previous_name.tier
left join tier_name as ceiling_name on picked.ceiling = ceiling_name.tier
left join type_tier as previous_place
    on
        picked.scheme_id = previous_place.scheme_id
        and picked.unit_type = previous_place.unit_type
        and picked.previous_tier = previous_place.tier
order by picked.direction desc, picked.place, picked.unit_id
