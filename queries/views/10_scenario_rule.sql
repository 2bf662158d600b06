-- purpose: the rules as each scenario has them: its own rows go before the record's; without the clause, which is
--     a word for readers
-- grain: scenario_id, scheme_id, unit_type, indicator_id
select
    scenario.scenario_id,
    rule.* exclude (scenario_id, clause)
from scenario
inner join rule on rule.scenario_id in (0, scenario.scenario_id)
qualify
    row_number() over (
        partition by scenario.scenario_id, rule.scheme_id, rule.unit_type, rule.indicator_id
        order by rule.scenario_id desc
    ) = 1
