-- purpose: the indicators of each type furthest behind the time plan (lagging), furthest from their target or line
--     (missed) and furthest ahead of the plan (ahead), up to the period's latest month, with the units furthest behind
-- grain: kind, unit_type, indicator_id
-- params: period_kind varchar, period_start date, unit_types varchar[], top integer
with period_type as (
    select
        stored_result.unit_type,
        max(stored_result.as_of_month) as month
    from stored_result
    where
        stored_result.scenario_id = 0
        and stored_result.superseded_by is null
        and stored_result.period_kind = $period_kind
        and stored_result.period_start = $period_start
        and (len($unit_types) = 0 or stored_result.unit_type = any($unit_types))
    group by stored_result.unit_type
),

standing as (
    select
        type_completion.*,
        case
            when type_completion.median_lag is not null and type_completion.is_behind then 'lagging'
            when type_completion.is_behind then 'missed'
            when type_completion.median_lag < 0 then 'ahead'
        end as kind
    from type_completion
    inner join period_type
        on
            type_completion.unit_type = period_type.unit_type
            and type_completion.month = period_type.month
    where type_completion.scenario_id = 0
),

placed as (
    select
        standing.*,
        row_number() over (
            partition by standing.kind
            order by
                case standing.kind when 'ahead' then standing.median_lag else -standing.median_lag end nulls last,
                standing.mean_share,
                standing.on_plan_count / nullif(standing.goal_count, 0),
                standing.weight desc,
                standing.unit_type,
                standing.indicator_id
        ) as place,
        count(*) over (partition by standing.kind)::integer as cell_count
    from standing
    where standing.kind is not null
    qualify place <= $top
),

weak_unit as (
    select
        placed.unit_type,
        placed.indicator_id,
        unit.unit_id,
        unit.name,
        coalesce(unit.name_en, unit.name) as name_en,
        cell_completion.lag,
        cell_completion.measure,
        row_number() over (
            partition by placed.unit_type, placed.indicator_id
            order by cell_completion.lag desc nulls last, cell_completion.share, unit.sort_order, unit.unit_id
        ) as weak_place
    from placed
    inner join cell_completion
        on
            placed.scenario_id = cell_completion.scenario_id
            and placed.month = cell_completion.month
            and placed.unit_type = cell_completion.unit_type
            and placed.indicator_id = cell_completion.indicator_id
    inner join unit on cell_completion.unit_id = unit.unit_id
    where
        placed.kind <> 'ahead'
        and cell_completion.has_value
        and not cell_completion.is_on_plan
    qualify weak_place <= 3
),

weak_units as (
    select
        weak_unit.unit_type,
        weak_unit.indicator_id,
        list(weak_unit.unit_id order by weak_unit.weak_place) as unit_ids,
        list(weak_unit.name order by weak_unit.weak_place) as units,
        list(weak_unit.name_en order by weak_unit.weak_place) as units_en,
        list(weak_unit.lag::double order by weak_unit.weak_place) as lags,
        list(weak_unit.measure order by weak_unit.weak_place) as measures
    from weak_unit
    group by weak_unit.unit_type, weak_unit.indicator_id
)

select
    placed.kind,
    placed.place::integer as place,
    placed.cell_count,
    placed.unit_type,
    placed.indicator_id,
    indicator.name as indicator,
    coalesce(indicator.name_en, indicator.name) as indicator_en,
    indicator.measure_unit,
    placed.measure_function,
    placed.light,
    placed.median_annual_rate,
    placed.median_plan_share,
    placed.median_lag::double as median_lag,
    placed.median_measure,
    placed.median_goal,
    placed.on_plan_count::integer as on_plan_count,
    placed.goal_count::integer as goal_count,
    placed.late_count::integer as late_count,
    placed.as_of_month,
    weak_units.unit_ids,
    weak_units.units,
    weak_units.units_en,
    weak_units.lags,
    weak_units.measures
from placed
inner join indicator on placed.indicator_id = indicator.indicator_id
left join weak_units
    on
        placed.unit_type = weak_units.unit_type
        and placed.indicator_id = weak_units.indicator_id
order by
    case placed.kind when 'lagging' then 1 when 'missed' then 2 else 3 end,
    placed.place,
    placed.unit_type,
    placed.indicator_id
