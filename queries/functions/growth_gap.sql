-- purpose: 2 growth_gap: percentage points between a growth rate and its target rate (domain.md section 4)
-- grain: scenario_id, month, unit_id, indicator_id, part
-- needs: target
-- plan: never
-- zero_target: allowed
-- lower: ok
-- input: result
-- relative: no
with term as (
    select
        leaf.*,
        (leaf.actual_value - leaf.target_value) * leaf.direction_sign as gap_pp
    from leaf
    where leaf.function = 'growth_gap'
)

select
    term.scenario_id,
    term.month,
    term.unit_id,
    term.indicator_id,
    term.part,
    case
        when term.gap_pp is null then null
        when term.gap_pp >= 0 then 1 + least(term.gain_cap, term.gain_rate * term.gap_pp)
        else greatest(0, 1 + term.loss_rate * term.gap_pp)
    end as share,
    term.actual_value as measured,
    false as is_small_sample,
    term.actual_value,
    term.target_value,
    term.gap_pp,
    term.gain_rate,
    term.gain_cap,
    term.loss_rate
from term
