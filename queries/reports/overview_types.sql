-- purpose: each unit type of a period: how many are ranked, who leads and by how much, the median score, and the same
--     of the period before by the calendar
-- grain: unit_type
-- params: period_kind varchar, period_start date, unit_types varchar[]
with current_result as (
    select *
    from stored_result
    where
        stored_result.scenario_id = 0
        and stored_result.superseded_by is null
        and stored_result.period_kind = $period_kind
        and (len($unit_types) = 0 or stored_result.unit_type = any($unit_types))
),

this_start as (
    select
        max(current_result.period_start) as period_start,
        max(current_result.previous_start) as previous_start
    from current_result
    where current_result.period_start = $period_start
),

both_result as (
    select
        current_result.*,
        current_result.period_start = this_start.period_start as is_now,
        unit.name,
        coalesce(unit.name_en, unit.name) as name_en,
        unit.sort_order
    from current_result
    inner join this_start
        on current_result.period_start in (this_start.period_start, this_start.previous_start)
    inner join unit on current_result.unit_id = unit.unit_id
),

type_side as (
    select
        both_result.unit_type,
        both_result.is_now,
        count(*)::integer as listed_count,
        (count(*) filter (where both_result.is_ranked))::integer as ranked_count,
        round_score(median(both_result.score::double) filter (where both_result.is_ranked)) as median_score,
        max(both_result.score) filter (where both_result.rank_in_type = 1) as leader_score,
        max(both_result.score) filter (where both_result.rank_in_type > 1) as next_score,
        (count(*) filter (where both_result.rank_in_type = 1))::integer as leader_count,
        list(both_result.unit_id order by both_result.sort_order, both_result.unit_id) filter (
            where both_result.rank_in_type = 1
        ) as leader_ids,
        list(both_result.name order by both_result.sort_order, both_result.unit_id) filter (
            where both_result.rank_in_type = 1
        ) as leaders,
        list(both_result.name_en order by both_result.sort_order, both_result.unit_id) filter (
            where both_result.rank_in_type = 1
        ) as leaders_en,
        max(both_result.tier) filter (
            where both_result.rank_in_type = 1 and both_result.ceiling is not null
        ) as capped_tier,
        bool_or(both_result.is_provisional) as is_provisional,
        bool_or(both_result.is_partial) as is_partial
    from both_result
    group by both_result.unit_type, both_result.is_now
)

select
    now_side.unit_type,
    unit_type.name as type_name,
    coalesce(unit_type.name_en, unit_type.name) as type_name_en,
    now_side.listed_count,
    now_side.ranked_count,
    now_side.median_score,
    previous_side.median_score as previous_median,
    now_side.median_score - previous_side.median_score as median_change,
    now_side.leader_count,
    now_side.leader_ids,
    now_side.leaders,
    now_side.leaders_en,
    now_side.leader_score,
    now_side.capped_tier,
    tier_name.tier_en as capped_tier_en,
    now_side.leader_score - now_side.next_score as lead_points,
    previous_side.leaders as previous_leaders,
    previous_side.leaders_en as previous_leaders_en,
    coalesce(now_side.leader_ids <> previous_side.leader_ids, false) as is_leader_changed,
    now_side.is_provisional,
    now_side.is_partial
from type_side as now_side
inner join unit_type on now_side.unit_type = unit_type.unit_type
left join type_side as previous_side
    on now_side.unit_type = previous_side.unit_type and not previous_side.is_now
left join tier_name on now_side.capped_tier = tier_name.tier
where now_side.is_now
order by unit_type.sort_order, now_side.unit_type
