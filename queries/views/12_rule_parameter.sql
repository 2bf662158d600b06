-- purpose: each rule's function (part 0) and its inner functions (parts 1 and 2) with every parameter filled in by its
--     default (domain.md section 4): scored by `leaf` and `composite`, put into words by the dictionary
-- grain: scenario_id, scheme_id, unit_type, indicator_id, part
with stated as (
    select
        scenario_rule.* exclude (module_id, weight, no_case_as),
        0 as part
    from scenario_rule
    union all by name
    select scenario_part.*
    from scenario_part
)

select
    stated.scenario_id,
    stated.scheme_id,
    stated.unit_type,
    stated.indicator_id,
    stated.part,
    stated.function,
    coalesce(stated.excess_cap, 0.10) as excess_cap,
    coalesce(stated.excess_rate, 0.5) as excess_rate,
    coalesce(stated.gain_cap, 0.10) as gain_cap,
    coalesce(stated.gain_rate, 0.02) as gain_rate,
    coalesce(stated.loss_rate, 0.05) as loss_rate,
    stated.line,
    coalesce(stated.slope, 0.04) as slope,
    coalesce(stated.base_share, 0.6) as base_share,
    stated.good_value,
    stated.bad_value,
    coalesce(stated.step, 0.05) as step,
    coalesce(stated.min_share, 0.5) as min_share,
    coalesce(
        stated.tie_rank,
        case when indicator.value_kind = 'rate' and indicator.max_value is not null then 'best' else 'mean' end
    ) as tie_rank,
    coalesce(stated.blend_share, 0.5) as blend_share,
    stated.per_case,
    coalesce(stated.trim_over, 5) as trim_over,
    coalesce(stated.late_share, 0.8) as late_share,
    stated.gate,
    coalesce(stated.below_share, 0) as below_share,
    stated.floor_value,
    coalesce(
        stated.by_plan,
        indicator.basis = 'cumulative' and indicator.value_kind in ('amount', 'progress')
    ) as is_by_plan
from stated
inner join indicator on stated.indicator_id = indicator.indicator_id
