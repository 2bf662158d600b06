-- purpose: the English name of a tier; its Chinese one where there is none
-- grain: tier
select
    tier.tier,
    max(coalesce(tier.name_en, tier.tier)) as tier_en
from tier
group by tier.tier
