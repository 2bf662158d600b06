-- purpose: cells with a value that their function gave no row for; a function of a county's own that passes units over
--     would otherwise drop them from the score without a word
select distinct
    scheme_rule.function,
    fresh_cell.indicator_id
from fresh_cell
inner join scheme_rule
    on
        fresh_cell.scenario_id = scheme_rule.scenario_id
        and fresh_cell.scheme_id = scheme_rule.scheme_id
        and fresh_cell.unit_type = scheme_rule.unit_type
        and fresh_cell.indicator_id = scheme_rule.indicator_id
where
    fresh_cell.state in ('VALUE', 'ZERO')
    and fresh_cell.value is not null
    and fresh_cell.terms is null
    and not scheme_rule.needs_votes
    and not scheme_rule.needs_milestones
order by scheme_rule.function, fresh_cell.indicator_id
