-- purpose: 13 threshold_then: a gate on the raw value (on r for completion), another function above it
--     (domain.md section 4)
-- grain: scenario_id, month, unit_id, indicator_id
-- needs: gate, part 1
-- plan: never
-- zero_target: allowed
-- lower: ok
-- input: parts
-- relative: no
select
    composite.scenario_id,
    composite.month,
    composite.unit_id,
    composite.indicator_id,
    case
        when composite.first_share is null or composite.first_measured is null then null
        when (composite.first_measured - composite.gate) * composite.direction_sign < 0 then composite.below_share
        else composite.first_share
    end as share,
    composite.first_measured as measured,
    composite.is_small_sample,
    composite.gate,
    composite.below_share,
    composite.first_share,
    composite.first_terms
from composite
where composite.function = 'threshold_then'
