-- purpose: 1 completion: cumulative actual against the planned part of the annual target (domain.md section 4)
-- grain: scenario_id, month, unit_id, indicator_id, part
-- needs: target
-- plan: always
-- zero_target: not_applicable
-- lower: refused
-- input: result
-- relative: no
with term as (
    select
        leaf.*,
        leaf.target_value * leaf.plan_share as planned_value,
        ratio(leaf.actual_value, leaf.target_value * leaf.plan_share) as completion_rate
    from leaf
    where leaf.function = 'completion'
)

select
    term.scenario_id,
    term.month,
    term.unit_id,
    term.indicator_id,
    term.part,
    case
        when term.completion_rate is null then null
        when term.completion_rate < term.floor_value then 0
        else
            greatest(0, least(term.completion_rate, 1))
            + least(term.excess_cap, term.excess_rate * greatest(0, term.completion_rate - 1))
    end as share,
    term.completion_rate as measured,
    false as is_small_sample,
    term.actual_value,
    term.target_value,
    term.plan_share,
    term.planned_value,
    term.completion_rate,
    term.excess_rate,
    term.excess_cap,
    term.floor_value
from term
