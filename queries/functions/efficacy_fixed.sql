-- purpose: 5 efficacy_fixed: 功效系数 between a fixed good and bad value, clipped to 0..1 (domain.md section 4)
-- grain: scenario_id, month, unit_id, indicator_id, part
-- needs: good_value, bad_value
-- plan: by_plan
-- zero_target: allowed
-- lower: ok
-- input: result
-- relative: no
with term as (
    select
        leaf.*,
        leaf.good_value * leaf.limit_share as good_limit,
        leaf.bad_value * leaf.limit_share as bad_limit
    from leaf
    where leaf.function = 'efficacy_fixed'
),

placed as (
    select
        term.*,
        ratio(term.actual_value - term.bad_limit, term.good_limit - term.bad_limit) as position
    from term
)

select
    placed.scenario_id,
    placed.month,
    placed.unit_id,
    placed.indicator_id,
    placed.part,
    case
        when placed.position is null then null
        when (placed.actual_value - placed.floor_value) * placed.direction_sign < 0 then 0
        else greatest(0, least(1, placed.base_share + (1 - placed.base_share) * placed.position))
    end as share,
    placed.actual_value as measured,
    false as is_small_sample,
    placed.actual_value,
    placed.good_limit,
    placed.bad_limit,
    placed.position,
    placed.base_share,
    placed.floor_value
from placed
