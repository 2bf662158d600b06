-- purpose: the units of a type in one indicator as it is scored in a month, furthest from the goal first: value, plan,
--     measure, place where only the order counts, and the measure of the year's months so far
-- grain: unit_id
-- params: month date, unit_type varchar, indicator_id varchar
with own_cell as (
    select *
    from cell_completion
    where scenario_id = 0 and month = $month and unit_type = $unit_type and indicator_id = $indicator_id
),

year_month as (
    select active_month.month
    from active_month
    inner join active_month as this_month on active_month.year_start = this_month.year_start
    where this_month.month = $month and active_month.month <= $month
),

trend as (
    select
        own_cell.unit_id,
        list(past_cell.measure order by year_month.month) as trend
    from own_cell
    cross join year_month
    left join cell_completion as past_cell
        on
            past_cell.scenario_id = 0
            and past_cell.indicator_id = $indicator_id
            and own_cell.unit_id = past_cell.unit_id
            and own_cell.year_start = past_cell.year_start
            and year_month.month = past_cell.month
            and own_cell.measure_function = past_cell.measure_function
    group by own_cell.unit_id
)

select
    own_cell.unit_id,
    unit.name as unit,
    coalesce(unit.name_en, unit.name) as unit_en,
    own_cell.measure_function,
    own_cell.state,
    own_cell.is_late,
    own_cell.is_carried,
    own_cell.as_of_month,
    own_cell.value,
    own_cell.target_value,
    own_cell.plan_share,
    own_cell.goal_value,
    own_cell.measure,
    own_cell.annual_rate,
    own_cell.plan_rate,
    own_cell.is_on_plan,
    own_cell.lag::double as lag,
    own_cell.light,
    case
        when own_cell.goal_value is null and own_cell.value is not null
            then rank() over (
                order by case indicator.direction when 'higher' then own_cell.value else -own_cell.value end
                    desc nulls last
            )
    end as place,
    own_cell.share::double as share,
    own_cell.weight::double as weight,
    own_cell.points::double as points,
    trend.trend
from own_cell
inner join unit on own_cell.unit_id = unit.unit_id
inner join indicator on own_cell.indicator_id = indicator.indicator_id
left join trend on own_cell.unit_id = trend.unit_id
order by
    own_cell.measure is null,
    own_cell.lag desc nulls last,
    own_cell.share,
    own_cell.measure,
    unit.sort_order,
    own_cell.unit_id
