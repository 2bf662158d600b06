-- purpose: the monthly results as stored now: what quarters and years are made of
-- grain: scenario_id, month, unit_id
select
    stored_result.scenario_id,
    stored_result.period_start as month,
    stored_result.unit_id,
    stored_result.unit_type,
    stored_result.base,
    stored_result.rank_bonus_points,
    stored_result.bonus_points,
    stored_result.penalty_points,
    stored_result.score,
    stored_result.trunk_score,
    stored_result.largest_score,
    stored_result.has_late,
    stored_result.has_awaited,
    stored_result.has_missing_target,
    stored_result.has_small_sample
from stored_result
where stored_result.period_kind = 'month' and stored_result.superseded_by is null
