-- purpose: the tiers of each type and period with their last place: cumulative quotas of n in the scheme's rounding,
--     the first tier at least one place in a group large enough (domain.md section 5, Tier)
-- grain: scenario_id, period_kind, period_start, unit_type, tier_order
with ranked_type as (
    select distinct
        unit_rank.scenario_id,
        unit_rank.period_kind,
        unit_rank.period_start,
        unit_rank.unit_type,
        unit_rank.unit_count,
        unit_score.scheme_id
    from unit_rank
    inner join unit_score
        on
            unit_rank.scenario_id = unit_score.scenario_id
            and unit_rank.period_kind = unit_score.period_kind
            and unit_rank.period_start = unit_score.period_start
            and unit_rank.unit_id = unit_score.unit_id
    where unit_score.is_tiered
),

tier_place as (
    select
        ranked_type.scenario_id,
        ranked_type.period_kind,
        ranked_type.period_start,
        ranked_type.unit_type,
        ranked_type.unit_count,
        type_tier.tier,
        type_tier.tier_order,
        type_tier.quota,
        type_tier.gate,
        scheme.min_group_for_quota,
        tier_places(
            type_tier.quota,
            type_tier.tier_order,
            ranked_type.unit_count,
            scheme.quota_rounding,
            scheme.min_group_for_quota,
            scheme.min_first_places
        ) as tier_places
    from ranked_type
    inner join scheme on ranked_type.scheme_id = scheme.scheme_id
    inner join type_tier
        on
            ranked_type.scheme_id = type_tier.scheme_id
            and ranked_type.unit_type = type_tier.unit_type
)

select
    tier_place.scenario_id,
    tier_place.period_kind,
    tier_place.period_start,
    tier_place.unit_type,
    tier_place.tier,
    tier_place.tier_order,
    tier_place.gate,
    tier_place.unit_count < tier_place.min_group_for_quota as is_gates_only,
    case
        when tier_place.quota is not null
            then sum(tier_place.tier_places) over (
                partition by
                    tier_place.scenario_id, tier_place.period_kind, tier_place.period_start, tier_place.unit_type
                order by tier_place.tier_order
            )
    end::integer as last_place
from tier_place
