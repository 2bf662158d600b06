-- purpose: the months a quarter or a year of a unit is made of: score, base, bonus, deductions, rank and tier of each
-- grain: month
-- params: unit_id varchar, first_month date, last_month date
select
    stored_result.period_start as month,
    stored_result.unit_type,
    stored_result.score,
    stored_result.base,
    stored_result.bonus_points,
    stored_result.penalty_points,
    stored_result.rank_in_type,
    stored_result.unit_count,
    stored_result.is_ranked,
    stored_result.tier,
    tier_name.tier_en,
    stored_result.tier_order,
    (
        select count(*)
        from type_tier
        where type_tier.scheme_id = stored_result.scheme_id and type_tier.unit_type = stored_result.unit_type
    )::integer as tier_count,
    active_month.is_tiered
from stored_result
inner join active_month on stored_result.period_start = active_month.month
left join tier_name on stored_result.tier = tier_name.tier
where
    stored_result.scenario_id = 0
    and stored_result.superseded_by is null
    and stored_result.period_kind = 'month'
    and stored_result.unit_id = $unit_id
    and stored_result.period_start between $first_month and $last_month
order by stored_result.period_start
