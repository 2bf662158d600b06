-- purpose: a unit's month: base + bonus - deductions, a bonus by place included (domain.md section 5)
-- grain: scenario_id, month, unit_id
with base_place as (
    select
        rankable_month.scenario_id,
        rankable_month.month,
        rankable_month.unit_id,
        rankable_month.scheme_id,
        rank() over (
            partition by rankable_month.scenario_id, rankable_month.month, rankable_month.unit_type
            order by round_score(rankable_month.base) desc
        ) as first_place,
        count(*) over (
            partition by
                rankable_month.scenario_id, rankable_month.month, rankable_month.unit_type, round_score(rankable_month.base)
        ) as tied_count
    from rankable_month
    where rankable_month.is_rankable
),

place_bonus as (
    select
        base_place.scenario_id,
        base_place.month,
        base_place.unit_id,
        (sum(rank_bonus.points)::double / any_value(base_place.tied_count))::decimal(38, 12) as rank_bonus_points
    from base_place
    inner join rank_bonus
        on
            base_place.scheme_id = rank_bonus.scheme_id
            and rank_bonus.place between base_place.first_place
            and base_place.first_place + base_place.tied_count - 1
    group by base_place.scenario_id, base_place.month, base_place.unit_id
),

pointed as (
    select
        rankable_month.*,
        coalesce(place_bonus.rank_bonus_points, 0) as rank_bonus_points,
        least(
            scheme.bonus_cap,
            coalesce(month_bonus.event_bonus_points, 0) + coalesce(place_bonus.rank_bonus_points, 0)
        )::decimal(38, 12) as bonus_points,
        coalesce(month_penalty.penalty_points, 0)::decimal(38, 12) as penalty_points
    from rankable_month
    inner join scheme on rankable_month.scheme_id = scheme.scheme_id
    left join place_bonus
        on
            rankable_month.scenario_id = place_bonus.scenario_id
            and rankable_month.month = place_bonus.month
            and rankable_month.unit_id = place_bonus.unit_id
    left join month_bonus
        on
            rankable_month.scenario_id = month_bonus.scenario_id
            and rankable_month.month = month_bonus.month
            and rankable_month.unit_id = month_bonus.unit_id
    left join month_penalty
        on
            rankable_month.scenario_id = month_penalty.scenario_id
            and rankable_month.month = month_penalty.month
            and rankable_month.unit_id = month_penalty.unit_id
)

select
    pointed.scenario_id,
    pointed.month,
    pointed.unit_id,
    pointed.unit_type,
    pointed.scheme_id,
    pointed.applicable_weight,
    pointed.due_weight,
    pointed.base,
    pointed.trunk_score,
    pointed.largest_score,
    pointed.rank_bonus_points,
    pointed.bonus_points,
    pointed.penalty_points,
    case
        when pointed.base is not null
            then round_score(greatest(0, pointed.base + pointed.bonus_points - pointed.penalty_points))
    end as score,
    pointed.is_rankable,
    pointed.has_late,
    pointed.has_awaited,
    pointed.has_missing_target,
    pointed.has_small_sample
from pointed
