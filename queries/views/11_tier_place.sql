-- purpose: the last place of each tier in a group of any size, from one unit to all, with the scheme's rules for ties
--     on it: cumulative quotas, rounded; none where the tier takes the rest (domain.md section 5, Tier)
-- grain: scheme_id, unit_type, unit_count, tier_order
with group_size as (
    select unnest(range(1, (select count(*) from unit) + 1))::integer as unit_count
)

select
    type_tier.scheme_id,
    type_tier.unit_type,
    group_size.unit_count,
    type_tier.tier,
    type_tier.tier_order,
    type_tier.gate,
    scheme.veto_passes_on,
    scheme.tie_first_goes_up,
    scheme.tie_max_overshoot,
    group_size.unit_count < scheme.min_group_for_quota as is_gates_only,
    case
        when type_tier.quota is not null
            then sum(tier_places(
                type_tier.quota,
                type_tier.tier_order,
                group_size.unit_count,
                scheme.quota_rounding,
                scheme.min_group_for_quota,
                scheme.min_first_places
            )) over (
                partition by type_tier.scheme_id, type_tier.unit_type, group_size.unit_count
                order by type_tier.tier_order
            )
    end::integer as last_place
from type_tier
inner join scheme on type_tier.scheme_id = scheme.scheme_id
cross join group_size
