-- purpose: each indicator of a type over a span (cell_span): the median of its units with a measure, how many reach
--     their plan or goal, the sums where units add up, and the median of what a picture is coloured by
-- grain: scenario_id, month, unit_type, indicator_id, span
with type_indicator as (
    select
        cell_span.scenario_id,
        cell_span.month,
        cell_span.unit_type,
        cell_span.indicator_id,
        cell_span.span,
        any_value(cell_span.module_id) as module_id,
        any_value(cell_span.measure_function) as measure_function,
        any_value(cell_span.span_kind) as span_kind,
        max(cell_span.weight) as weight,
        count(*) filter (where cell_span.state <> 'NA_BY_RULE') as unit_count,
        count(cell_span.measure) as value_count,
        count(*) filter (where cell_span.is_on_plan) as on_plan_count,
        count(cell_span.is_on_plan) as goal_count,
        count(*) filter (where cell_span.is_late) as late_count,
        max(cell_span.as_of_month) filter (where cell_span.measure is not null) as as_of_month,
        median(cell_span.measure) as median_measure,
        median(cell_span.goal_value) filter (where cell_span.measure is not null) as median_goal,
        median(cell_span.colour_share) as colour_share,
        sum(cell_span.value::decimal(38, 6)) filter (where cell_span.measure is not null)::double as value_sum,
        sum(cell_span.goal_value::decimal(38, 6)) filter (where cell_span.measure is not null)::double as goal_sum
    from cell_span
    group by
        cell_span.scenario_id,
        cell_span.month,
        cell_span.unit_type,
        cell_span.indicator_id,
        cell_span.span
)

select
    type_indicator.* exclude (value_sum, goal_sum),
    adds_up(indicator.basis, indicator.value_kind)
    and type_indicator.measure_function = 'completion' as has_sum,
    case when has_sum then type_indicator.value_sum end as value_sum,
    case when has_sum then type_indicator.goal_sum end as goal_sum
from type_indicator
inner join indicator on type_indicator.indicator_id = indicator.indicator_id
