-- purpose: the $most indicators with the largest effect on each unit's score between two months; none between quarters or
--     years. Weights come and go: the effect is what an indicator won of its weight over (under) what the unit's earlier
--     base would have given it, now less then, as in overview_terms; the parts add up to the score's change exactly
-- grain: unit_id, indicator_id
-- params: period_kind varchar, period_start date, base_start date, unit_types varchar[], most integer
with moved as (
    select
        now_standing.unit_id,
        now_standing.score - base_standing.score as score_change,
        round_score(now_standing.bonus_points - base_standing.bonus_points) as bonus_change,
        round_score(now_standing.penalty_points - base_standing.penalty_points) as penalty_change
    from standing as now_standing
    inner join standing as base_standing
        on
            now_standing.scenario_id = base_standing.scenario_id
            and now_standing.period_kind = base_standing.period_kind
            and now_standing.unit_id = base_standing.unit_id
            and now_standing.unit_type = base_standing.unit_type
    where
        now_standing.scenario_id = 0
        and now_standing.period_kind = 'month'
        and $period_kind = 'month'
        and now_standing.superseded_by is null
        and base_standing.superseded_by is null
        and now_standing.period_start = $period_start
        and base_standing.period_start = $base_start
        and now_standing.score is not null
        and base_standing.score is not null
        and (len($unit_types) = 0 or now_standing.unit_type = any($unit_types))
),

weighed as (
    select
        effective_cell.unit_id,
        effective_cell.indicator_id,
        effective_cell.month = $period_start as is_now,
        100 * ratio(effective_cell.points::double, sum(effective_cell.weight::double) over same_month) as points,
        ratio(effective_cell.weight::double, sum(effective_cell.weight::double) over same_month) as weight_share
    from effective_cell
    where
        effective_cell.scenario_id = 0
        and effective_cell.month in ($period_start, $base_start)
        and effective_cell.share is not null
    window same_month as (partition by effective_cell.unit_id, effective_cell.month)
),

base_score as (
    select
        weighed.unit_id,
        sum(weighed.points) as base
    from weighed
    where not weighed.is_now
    group by weighed.unit_id
),

difference as (
    select
        weighed.unit_id,
        weighed.indicator_id,
        max(weighed.points) filter (where weighed.is_now) as points,
        max(weighed.points) filter (where not weighed.is_now) as base_points,
        round_score(sum(
            case when weighed.is_now then 1 else -1 end * (weighed.points - weighed.weight_share * base_score.base)
        )) as effect
    from weighed
    inner join base_score on weighed.unit_id = base_score.unit_id
    group by weighed.unit_id, weighed.indicator_id
),

largest as (
    select
        difference.*,
        row_number() over (
            partition by difference.unit_id order by abs(difference.effect) desc, difference.indicator_id
        ) as place
    from difference
    where difference.effect <> 0
    qualify place <= $most
)

select
    largest.unit_id,
    largest.indicator_id,
    indicator.name as indicator,
    coalesce(indicator.name_en, indicator.name) as indicator_en,
    largest.place,
    round_score(largest.points) as points,
    round_score(largest.base_points) as base_points,
    largest.effect,
    moved.bonus_change,
    moved.penalty_change,
    moved.score_change
    - moved.bonus_change
    + moved.penalty_change
    - sum(largest.effect) over (partition by largest.unit_id) as other_change,
    moved.score_change
from largest
inner join moved on largest.unit_id = moved.unit_id
inner join indicator on largest.indicator_id = indicator.indicator_id
order by largest.unit_id, largest.place
