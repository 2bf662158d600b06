-- purpose: each indicator of a type in a month: how its units stand (domain.md section 5, Completion as shown)
--     Medians are over the units with a measure; LATE, NOT_DUE, NO_CASE and NA_BY_RULE are counted beside them and never
--     enter as a number. on_plan_count is out of goal_count, the units whose measure has a goal. Sums only where units
--     add up (cumulative amounts and counts with completion inside), over the same units above and below.
--     light: that of the median lag. is_behind: completion inside, a yellow or red light (落后时序); other functions
--     with a goal, fewer than half of the units at it (未达目标); null where there is neither.
-- grain: scenario_id, month, unit_type, indicator_id
with type_indicator as (
    select
        cell_completion.scenario_id,
        cell_completion.month,
        cell_completion.unit_type,
        cell_completion.indicator_id,
        any_value(cell_completion.scheme_id) as scheme_id,
        any_value(cell_completion.year_start) as year_start,
        any_value(cell_completion.module_id) as module_id,
        any_value(cell_completion.measure_function) as measure_function,
        max(cell_completion.weight) as weight,
        count(*) filter (where cell_completion.state <> 'NA_BY_RULE') as unit_count,
        count(cell_completion.measure) as value_count,
        count(*) filter (where cell_completion.is_on_plan) as on_plan_count,
        count(cell_completion.is_on_plan) as goal_count,
        count(*) filter (where cell_completion.is_late) as late_count,
        count(*) filter (where cell_completion.state = 'NOT_DUE' and not cell_completion.is_carried) as not_due_count,
        count(*) filter (where cell_completion.state = 'NO_CASE') as no_case_count,
        max(cell_completion.as_of_month) filter (where cell_completion.measure is not null) as as_of_month,
        median(cell_completion.measure) as median_measure,
        median(cell_completion.annual_rate) as median_annual_rate,
        median(cell_completion.plan_share) filter (where cell_completion.lag is not null) as median_plan_share,
        median(cell_completion.goal_value) filter (where cell_completion.measure is not null) as median_goal,
        round_score(median(100 * (cell_completion.plan_share - cell_completion.annual_rate))) as median_lag,
        ratio(
            sum(cell_completion.share) filter (where cell_completion.measure is not null)::double,
            count(cell_completion.measure)
        ) as mean_share,
        count(*) filter (where cell_completion.light = 'green') as green_count,
        count(*) filter (where cell_completion.light = 'yellow') as yellow_count,
        count(*) filter (where cell_completion.light = 'red') as red_count,
        sum(cell_completion.value::decimal(38, 6)) filter (where cell_completion.annual_rate is not null) as value_sum,
        sum(cell_completion.target_value::decimal(38, 6)) filter (
            where cell_completion.annual_rate is not null
        ) as target_sum,
        sum(cell_completion.goal_value::decimal(38, 6)) filter (
            where cell_completion.annual_rate is not null
        ) as planned_sum
    from cell_completion
    group by
        cell_completion.scenario_id,
        cell_completion.month,
        cell_completion.unit_type,
        cell_completion.indicator_id
),

addable as (
    select
        indicator.indicator_id,
        adds_up(indicator.basis, indicator.value_kind) as has_sum
    from indicator
)

select
    type_indicator.scenario_id,
    type_indicator.month,
    type_indicator.unit_type,
    type_indicator.indicator_id,
    type_indicator.scheme_id,
    type_indicator.year_start,
    type_indicator.module_id,
    type_indicator.measure_function,
    type_indicator.weight,
    type_indicator.unit_count,
    type_indicator.value_count,
    type_indicator.goal_count,
    type_indicator.on_plan_count,
    type_indicator.late_count,
    type_indicator.not_due_count,
    type_indicator.no_case_count,
    type_indicator.as_of_month,
    type_indicator.median_measure,
    type_indicator.median_goal,
    type_indicator.median_annual_rate,
    type_indicator.median_plan_share,
    type_indicator.median_lag,
    type_indicator.mean_share,
    type_indicator.green_count,
    type_indicator.yellow_count,
    type_indicator.red_count,
    case when addable.has_sum then type_indicator.value_sum end as value_sum,
    case when addable.has_sum then type_indicator.target_sum end as target_sum,
    case when addable.has_sum then type_indicator.planned_sum end as planned_sum,
    case when addable.has_sum then ratio(type_indicator.value_sum, type_indicator.target_sum)::double end as sum_rate,
    light(
        type_indicator.median_lag,
        type_indicator.median_plan_share,
        type_indicator.median_annual_rate,
        scheme.yellow_lag,
        scheme.red_lag,
        scheme.red_before_share
    ) as light,
    case
        when type_indicator.median_lag is not null then light <> 'green'
        when type_indicator.goal_count > 0 then 2 * type_indicator.on_plan_count < type_indicator.goal_count
    end as is_behind
from type_indicator
inner join addable on type_indicator.indicator_id = addable.indicator_id
inner join scheme on type_indicator.scheme_id = scheme.scheme_id
