-- purpose: 8 ratio_best: the value as a part of the best unit's (domain.md section 4)
-- grain: scenario_id, month, unit_id, indicator_id, part
-- needs:
-- plan: never
-- zero_target: allowed
-- lower: refused
-- input: result
-- relative: yes
with term as (
    select
        leaf.*,
        max(leaf.actual_value) over same_type as best_value,
        min(leaf.actual_value) over same_type as worst_value,
        count(leaf.actual_value) over same_type as scored_count
    from leaf
    where leaf.function = 'ratio_best'
    window same_type as (
        partition by leaf.scenario_id, leaf.month, leaf.unit_type, leaf.indicator_id, leaf.part
    )
)

select
    term.scenario_id,
    term.month,
    term.unit_id,
    term.indicator_id,
    term.part,
    case
        when term.actual_value is null then null
        when term.best_value = term.worst_value and term.best_value = 0 then 0
        when term.best_value = term.worst_value then 1
        when term.actual_value < 0 or term.best_value <= 0 then 0
        else ratio(term.actual_value, term.best_value)
    end as share,
    term.actual_value as measured,
    false as is_small_sample,
    term.actual_value,
    term.best_value,
    term.scored_count
from term
