-- purpose: the inner functions of blend and threshold_then; a scenario's own parts go before the record's
-- grain: scenario_id, scheme_id, unit_type, indicator_id, part
select
    scenario.scenario_id,
    rule_part.* exclude (scenario_id)
from scenario
inner join rule_part on rule_part.scenario_id in (0, scenario.scenario_id)
qualify
    row_number() over (
        partition by
            scenario.scenario_id,
            rule_part.scheme_id,
            rule_part.unit_type,
            rule_part.indicator_id,
            rule_part.part
        order by rule_part.scenario_id desc
    ) = 1
