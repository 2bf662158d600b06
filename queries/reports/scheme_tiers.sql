-- purpose: the tiers of the scheme in force in a month by unit type, with their quotas and gates
-- grain: unit_type, tier_order
-- params: month date
with scheme_now as (
    select scheme.*
    from scheme
    where scheme.effective_month <= $month
    qualify row_number() over (order by scheme.effective_month desc, scheme.scheme_id) = 1
)

select
    type_tier.unit_type,
    type_tier.tier_order,
    type_tier.tier,
    coalesce(type_tier.name_en, type_tier.tier) as tier_en,
    type_tier.quota::double as quota,
    type_tier.gate::double as gate
from type_tier
inner join scheme_now on type_tier.scheme_id = scheme_now.scheme_id
inner join unit_type on type_tier.unit_type = unit_type.unit_type
order by unit_type.sort_order, type_tier.unit_type, type_tier.tier_order
