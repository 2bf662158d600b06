-- purpose: a unit's month: base + bonus - deductions, and whether enough weight applies to be ranked (domain.md 5)
-- grain: scenario_id, month, unit_id
with rankable as (
    select
        scenario.scenario_id,
        active_unit.month,
        active_unit.unit_id,
        active_unit.unit_type,
        active_unit.scheme_id,
        month_base.applicable_weight,
        month_base.due_weight,
        month_base.base,
        month_base.trunk_score,
        month_base.largest_score,
        coalesce(month_base.has_late, false) as has_late,
        coalesce(month_base.has_missing_target, false) as has_missing_target,
        coalesce(month_base.has_small_sample, false) as has_small_sample,
        coalesce(
            month_base.base is not null
            and month_base.applicable_weight >= scheme.min_applicable_share * coalesce(month_base.due_weight, 0),
            false
        ) as is_rankable
    from active_unit
    cross join scenario
    inner join scheme on active_unit.scheme_id = scheme.scheme_id
    left join month_base
        on
            scenario.scenario_id = month_base.scenario_id
            and active_unit.month = month_base.month
            and active_unit.unit_id = month_base.unit_id
),

base_place as (
    select
        rankable.scenario_id,
        rankable.month,
        rankable.unit_id,
        rankable.scheme_id,
        rank() over (
            partition by rankable.scenario_id, rankable.month, rankable.unit_type
            order by round_score(rankable.base) desc
        ) as first_place,
        count(*) over (
            partition by
                rankable.scenario_id, rankable.month, rankable.unit_type, round_score(rankable.base)
        ) as tied_count
    from rankable
    where rankable.is_rankable
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
        rankable.*,
        coalesce(place_bonus.rank_bonus_points, 0) as rank_bonus_points,
        least(
            scheme.bonus_cap,
            coalesce(month_bonus.event_bonus_points, 0) + coalesce(place_bonus.rank_bonus_points, 0)
        )::decimal(38, 12) as bonus_points,
        coalesce(month_penalty.penalty_points, 0)::decimal(38, 12) as penalty_points
    from rankable
    inner join scheme on rankable.scheme_id = scheme.scheme_id
    left join place_bonus
        on
            rankable.scenario_id = place_bonus.scenario_id
            and rankable.month = place_bonus.month
            and rankable.unit_id = place_bonus.unit_id
    left join month_bonus
        on
            rankable.month = month_bonus.month
            and rankable.unit_id = month_bonus.unit_id
    left join month_penalty
        on
            rankable.month = month_penalty.month
            and rankable.unit_id = month_penalty.unit_id
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
    pointed.has_missing_target,
    pointed.has_small_sample
from pointed
