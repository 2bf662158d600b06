-- purpose: how the indicator that a follow-up is about stood in the latest month of the period it comes from (then) and
--     in the month asked about if that is a later one (now): a unit's cell, else a type's median unit (is_on_plan: not
--     behind). The follow-up counts as its last version made by a moment says (null: any).
--     is_newer: the figure of now is another one than that of then. progress: by how much it is better, in points of lag,
--     cases or the measure; null if it is none newer, or by another function
-- grain: follow_up_id
-- params: month date, written_until timestamp
with moment as (
    select
        item.follow_up_id,
        item.unit_type,
        item.unit_id,
        item.indicator_id,
        side.is_now,
        if(side.is_now, $month, origin.month) as month
    from follow_up_at($written_until) as item
    inner join period_month as origin
        on
            origin.scenario_id = 0
            and item.period_kind = origin.period_kind
            and item.period_start = origin.period_start
    cross join (values (false), (true)) as side (is_now)
    where (not side.is_now or $month > origin.month) and item.indicator_id is not null
),

stood as (
    select
        moment.follow_up_id,
        moment.is_now,
        moment.indicator_id,
        cell_completion.measure_function,
        cell_completion.as_of_month,
        cell_completion.state,
        cell_completion.measure,
        cell_completion.goal_value as goal,
        cell_completion.annual_rate,
        cell_completion.plan_share,
        cell_completion.lag::double as lag,
        cell_completion.light,
        cell_completion.is_on_plan
    from moment
    inner join cell_completion
        on
            cell_completion.scenario_id = 0
            and moment.month = cell_completion.month
            and moment.unit_id = cell_completion.unit_id
            and moment.indicator_id = cell_completion.indicator_id

    union all by name

    select
        moment.follow_up_id,
        moment.is_now,
        moment.indicator_id,
        type_completion.measure_function,
        type_completion.as_of_month,
        type_completion.median_measure as measure,
        type_completion.median_goal as goal,
        type_completion.median_annual_rate as annual_rate,
        type_completion.median_plan_share as plan_share,
        type_completion.median_lag::double as lag,
        type_completion.light,
        not type_completion.is_behind as is_on_plan,
        type_completion.on_plan_count::integer as on_plan_count,
        type_completion.goal_count::integer as goal_count
    from moment
    inner join type_completion
        on
            type_completion.scenario_id = 0
            and moment.unit_id is null
            and moment.month = type_completion.month
            and moment.unit_type = type_completion.unit_type
            and moment.indicator_id = type_completion.indicator_id
)

select
    before.follow_up_id,
    before.measure_function as then_measure_function,
    before.as_of_month as then_as_of_month,
    before.state as then_state,
    before.measure as then_measure,
    before.goal as then_goal,
    before.annual_rate as then_annual_rate,
    before.plan_share as then_plan_share,
    before.lag as then_lag,
    before.light as then_light,
    before.is_on_plan as then_is_on_plan,
    before.on_plan_count as then_on_plan_count,
    before.goal_count as then_goal_count,
    after.measure_function as now_measure_function,
    after.as_of_month as now_as_of_month,
    after.state as now_state,
    after.measure as now_measure,
    after.goal as now_goal,
    after.annual_rate as now_annual_rate,
    after.plan_share as now_plan_share,
    after.lag as now_lag,
    after.light as now_light,
    after.is_on_plan as now_is_on_plan,
    after.on_plan_count as now_on_plan_count,
    after.goal_count as now_goal_count,
    coalesce(after.as_of_month > before.as_of_month, false) as is_newer,
    case
        when before.measure_function <> after.measure_function or not is_newer then null
        when after.measure_function = 'completion' then round_score(before.lag - after.lag)
        when after.measure_function = 'deduct' then before.measure - after.measure
        when
            after.measure_function in ('growth_gap', 'standard_line', 'efficacy_fixed', 'graded', 'milestone')
            or indicator.direction = 'higher'
            then after.measure - before.measure
        else before.measure - after.measure
    end::double as progress
from stood as before
inner join indicator on before.indicator_id = indicator.indicator_id
left join stood as after on before.follow_up_id = after.follow_up_id and after.is_now
where not before.is_now
order by before.follow_up_id
