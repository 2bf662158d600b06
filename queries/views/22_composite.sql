-- purpose: the cells scored by a function of other functions, each part's share beside the rule's own parameters
-- grain: scenario_id, month, unit_id, indicator_id
with part_score as (
    select
        leaf_score.scenario_id,
        leaf_score.month,
        leaf_score.unit_id,
        leaf_score.indicator_id,
        max(leaf_score.share) filter (where leaf_score.part = 1) as first_share,
        max(leaf_score.share) filter (where leaf_score.part = 2) as second_share,
        max(leaf_score.measured) filter (where leaf_score.part = 1) as first_measured,
        max(leaf_score.terms) filter (where leaf_score.part = 1) as first_terms,
        max(leaf_score.terms) filter (where leaf_score.part = 2) as second_terms,
        bool_or(leaf_score.is_small_sample) as is_small_sample
    from leaf_score
    where leaf_score.part > 0
    group by leaf_score.scenario_id, leaf_score.month, leaf_score.unit_id, leaf_score.indicator_id
)

select
    part_score.scenario_id,
    part_score.month,
    part_score.unit_id,
    part_score.indicator_id,
    rule_parameter.function,
    case indicator.direction when 'higher' then 1 else -1 end as direction_sign,
    rule_parameter.blend_share,
    rule_parameter.gate,
    rule_parameter.below_share,
    part_score.first_share,
    part_score.second_share,
    part_score.first_measured,
    part_score.first_terms,
    part_score.second_terms,
    part_score.is_small_sample
from part_score
inner join active_unit
    on
        part_score.month = active_unit.month
        and part_score.unit_id = active_unit.unit_id
inner join rule_parameter
    on
        part_score.scenario_id = rule_parameter.scenario_id
        and active_unit.scheme_id = rule_parameter.scheme_id
        and active_unit.unit_type = rule_parameter.unit_type
        and part_score.indicator_id = rule_parameter.indicator_id
        and rule_parameter.part = 0
inner join indicator on part_score.indicator_id = indicator.indicator_id
