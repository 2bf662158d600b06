-- purpose: the tiers of the open month's scheme, the best first
select type_tier.tier
from type_tier
inner join active_month on type_tier.scheme_id = active_month.scheme_id
group by type_tier.tier
order by min(type_tier.tier_order), type_tier.tier
