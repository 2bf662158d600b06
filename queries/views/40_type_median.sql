-- purpose: the median and the middle half of the ranked units' scores, per type and period
-- grain: scenario_id, period_kind, period_start, unit_type
select
    stored_result.scenario_id,
    stored_result.period_kind,
    stored_result.period_start,
    stored_result.unit_type,
    any_value(stored_result.as_of_month) as as_of_month,
    any_value(stored_result.previous_start) as previous_start,
    any_value(stored_result.year_start) as year_start,
    any_value(stored_result.scheme_id) as scheme_id,
    bool_or(stored_result.is_provisional) as is_provisional,
    bool_or(stored_result.is_partial) as is_partial,
    (count(*) filter (where stored_result.is_ranked))::integer as ranked_count,
    round_score(quantile_cont(stored_result.score::double, 0.25) filter (where stored_result.is_ranked))
        as lower_quartile,
    round_score(quantile_cont(stored_result.score::double, 0.5) filter (where stored_result.is_ranked)) as median_score,
    round_score(quantile_cont(stored_result.score::double, 0.75) filter (where stored_result.is_ranked))
        as upper_quartile
from stored_result
where stored_result.superseded_by is null
group by
    stored_result.scenario_id,
    stored_result.period_kind,
    stored_result.period_start,
    stored_result.unit_type
