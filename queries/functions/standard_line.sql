-- purpose: 3 standard_line: full at the line, a slope below it (domain.md section 4)
-- grain: scenario_id, month, unit_id, indicator_id, part
-- needs: line
-- plan: by_plan
-- zero_target: allowed
-- lower: ok
-- input: result
-- relative: no
with term as (
    select
        leaf.*,
        leaf.line * leaf.limit_share as line_value,
        (leaf.line * leaf.limit_share - leaf.actual_value) * leaf.direction_sign as shortfall
    from leaf
    where leaf.function = 'standard_line'
)

select
    term.scenario_id,
    term.month,
    term.unit_id,
    term.indicator_id,
    term.part,
    case
        when term.shortfall is null then null
        when (term.actual_value - term.floor_value) * term.direction_sign < 0 then 0
        when term.shortfall <= 0 then 1
        else greatest(0, 1 - term.slope * term.shortfall)
    end as share,
    term.actual_value as measured,
    false as is_small_sample,
    term.actual_value,
    term.line_value,
    term.shortfall,
    term.slope,
    term.floor_value
from term
