-- purpose: the tiers of each type in each scheme: its own rows, else those for every type ('*')
-- grain: scheme_id, unit_type, tier_order
select
    scheme.scheme_id,
    unit_type.unit_type,
    tier.tier,
    tier.name_en,
    (row_number() over (partition by scheme.scheme_id, unit_type.unit_type order by tier.tier_order))::integer
        as tier_order,
    tier.quota,
    tier.gate
from scheme
cross join unit_type
inner join tier
    on
        scheme.scheme_id = tier.scheme_id
        and tier.unit_type = coalesce(
            (
                select max(own_tier.unit_type)
                from tier as own_tier
                where own_tier.scheme_id = scheme.scheme_id and own_tier.unit_type = unit_type.unit_type
            ),
            '*'
        )
