-- purpose: 6 rank_step: a step down for each place behind the first (domain.md section 4)
-- grain: scenario_id, month, unit_id, indicator_id, part
-- needs:
-- plan: never
-- zero_target: allowed
-- lower: ok
-- input: result
-- relative: yes
with ranked as (
    select
        leaf.*,
        rank() over (same_type order by leaf.actual_value * leaf.direction_sign desc) as best_rank,
        count(*) over same_type as scored_count,
        count(*) over (
            partition by
                leaf.scenario_id, leaf.month, leaf.unit_type, leaf.indicator_id, leaf.part, leaf.actual_value
        ) as tied_count
    from leaf
    where leaf.function = 'rank_step' and leaf.actual_value is not null
    window same_type as (
        partition by leaf.scenario_id, leaf.month, leaf.unit_type, leaf.indicator_id, leaf.part
    )
),

term as (
    select
        ranked.*,
        case ranked.tie_rank
            when 'best' then ranked.best_rank
            else ranked.best_rank + (ranked.tied_count - 1) / 2
        end as place
    from ranked
)

select
    term.scenario_id,
    term.month,
    term.unit_id,
    term.indicator_id,
    term.part,
    case
        when term.tied_count = term.scored_count and term.actual_value = 0 and term.direction_sign = 1 then 0
        when term.tied_count = term.scored_count then 1
        else greatest(term.min_share, 1 - term.step * (term.place - 1))
    end as share,
    term.actual_value as measured,
    false as is_small_sample,
    term.actual_value,
    term.place,
    term.step,
    term.min_share,
    term.scored_count
from term
