-- purpose: tiers are numbered from 1, quotas come first and sum to at most 1, gates fall
-- grain: place
-- severity: reject
-- table: tier.csv
-- column: tier_order
-- message: The tiers of scheme {scheme_id} for {unit_type} must run 1, 2, 3 …; those with a quota first, quotas between 0 and 1 summing to at most 1, the last two without quota, gates falling, the last without gate.
with tier_list as (
    select
        tier.scheme_id,
        tier.unit_type,
        list(tier.tier_order order by tier.tier_order) as orders,
        list(coalesce(tier.gate, -1) order by tier.tier_order) as gates,
        max(tier.tier_order) filter (where tier.quota is not null) as last_quota,
        min(tier.tier_order) filter (where tier.quota is null) as first_rest,
        sum(tier.quota) as quota_sum,
        min(tier.quota) as least_quota,
        count(*) as tier_count
    from tier
    group by tier.scheme_id, tier.unit_type
)

select
    tier_list.scheme_id || ' ' || tier_list.unit_type as place,
    tier_list.scheme_id,
    tier_list.unit_type
from tier_list
where
    tier_list.orders <> range(1, tier_list.tier_count + 1)
    or tier_list.first_rest is null
    or coalesce(tier_list.last_quota, 0) > tier_list.first_rest
    or tier_list.quota_sum > 1
    or tier_list.least_quota < 0
    or tier_list.gates <> list_reverse_sort(tier_list.gates)
    or tier_list.gates[tier_list.tier_count] <> -1
order by place
