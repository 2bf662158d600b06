-- purpose: 季小结: the mean of the quarter's monthly scores as published; beside it the last month's own base
-- grain: scenario_id, period_start, unit_id
with quarter as (
    select
        active_month.quarter_start,
        max(active_month.month) as as_of_month
    from active_month
    group by active_month.quarter_start
)

select
    stored_month.scenario_id,
    quarter.quarter_start as period_start,
    quarter.as_of_month,
    stored_month.unit_id,
    count(stored_month.score)::integer as month_count,
    (sum(stored_month.base)::double / nullif(count(stored_month.base), 0))::decimal(38, 10) as base,
    sum(stored_month.rank_bonus_points)::decimal(38, 12) as rank_bonus_points,
    sum(stored_month.bonus_points)::decimal(38, 12) as bonus_points,
    sum(stored_month.penalty_points)::decimal(38, 12) as penalty_points,
    round_score(sum(stored_month.score)::double / nullif(count(stored_month.score), 0)) as score,
    any_value(stored_month.base) filter (where stored_month.month = quarter.as_of_month) as quarter_end_base,
    round_score(sum(stored_month.trunk_score)::double / nullif(count(stored_month.trunk_score), 0)) as trunk_score,
    round_score(sum(stored_month.largest_score)::double / nullif(count(stored_month.largest_score), 0))
        as largest_score,
    bool_or(stored_month.has_late) as has_late,
    bool_or(stored_month.has_awaited) as has_awaited,
    bool_or(stored_month.has_missing_target) as has_missing_target,
    bool_or(stored_month.has_small_sample) as has_small_sample
from stored_month
inner join active_month on stored_month.month = active_month.month
inner join quarter on active_month.quarter_start = quarter.quarter_start
group by stored_month.scenario_id, quarter.quarter_start, quarter.as_of_month, stored_month.unit_id
