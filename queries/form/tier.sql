-- purpose: the tiers of each open month's scheme, the best first
select
    active_month.month,
    type_tier.tier
from type_tier
inner join active_month on type_tier.scheme_id = active_month.scheme_id
group by active_month.month, type_tier.tier
order by active_month.month, min(type_tier.tier_order), type_tier.tier
