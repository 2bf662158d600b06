-- purpose: 4 minmax60: 功效系数 between the worst and the best scored unit of the type (domain.md section 4)
-- grain: scenario_id, month, unit_id, indicator_id, part
-- needs:
-- plan: never
-- zero_target: allowed
-- lower: ok
-- input: result
-- relative: yes
with term as (
    select
        leaf.*,
        max(leaf.actual_value * leaf.direction_sign) over same_type as best,
        min(leaf.actual_value * leaf.direction_sign) over same_type as worst,
        count(leaf.actual_value) over same_type as scored_count
    from leaf
    where leaf.function = 'minmax60'
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
        when term.best = term.worst and term.best = 0 and term.direction_sign = 1 then 0
        when term.best = term.worst then 1
        else
            term.base_share
            + (1 - term.base_share) * (term.actual_value * term.direction_sign - term.worst) / (term.best - term.worst)
    end as share,
    term.actual_value as measured,
    term.scored_count < term.small_sample as is_small_sample,
    term.actual_value,
    term.best * term.direction_sign as best_value,
    term.worst * term.direction_sign as worst_value,
    term.base_share,
    term.scored_count
from term
