-- purpose: 9 blend: two functions of one value, weighted (domain.md section 4)
-- grain: scenario_id, month, unit_id, indicator_id
-- needs: part 1, part 2
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
    composite.blend_share * composite.first_share
    + (1 - composite.blend_share) * composite.second_share as share,
    composite.first_measured as measured,
    composite.is_small_sample,
    composite.blend_share,
    composite.first_share,
    composite.second_share,
    composite.first_terms,
    composite.second_terms
from composite
where composite.function = 'blend'
