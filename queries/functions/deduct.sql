-- purpose: 10 deduct: points off per case, as a share of the scheme's weight (domain.md section 4)
-- grain: scenario_id, month, unit_id, indicator_id, part
-- needs: per_case
-- plan: never
-- zero_target: allowed
-- lower: ignored
-- input: result
-- relative: no
select
    leaf.scenario_id,
    leaf.month,
    leaf.unit_id,
    leaf.indicator_id,
    leaf.part,
    case
        when leaf.actual_value is null then null
        else greatest(0, 1 - ratio(leaf.per_case * leaf.actual_value, leaf.scheme_weight))
    end as share,
    leaf.actual_value as measured,
    false as is_small_sample,
    leaf.actual_value,
    leaf.per_case,
    leaf.scheme_weight
from leaf
where leaf.function = 'deduct'
