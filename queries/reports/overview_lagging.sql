-- purpose: the indicators of each type furthest behind the time plan (lagging), furthest from their target or line
--     (missed, most points lost first) and furthest ahead of the plan (ahead) in a month, with the units furthest
--     behind; on every row how many indicators have a plan, lag behind it in some type, miss their target in some type,
--     and how often one does, type by type
-- grain: kind, unit_type, indicator_id (one row without them where no indicator is any of it)
-- params: month date, unit_types varchar[], top integer
with standing as (
    select
        type_completion.scenario_id,
        type_completion.month,
        type_completion.unit_type,
        type_completion.indicator_id,
        type_completion.weight,
        type_completion.measure_function,
        type_completion.light,
        type_completion.is_behind,
        type_completion.median_annual_rate,
        type_completion.median_plan_share,
        type_completion.median_lag,
        type_completion.mean_share,
        type_completion.on_plan_count,
        type_completion.goal_count,
        case
            when type_completion.median_lag is not null and type_completion.is_behind then 'lagging'
            when type_completion.is_behind then 'missed'
            when type_completion.median_lag < 0 then 'ahead'
        end as kind
    from type_completion
    where
        type_completion.scenario_id = 0
        and type_completion.month = $month
        and (len($unit_types) = 0 or type_completion.unit_type = any($unit_types))
),

total as (
    select
        (count(distinct standing.indicator_id) filter (where standing.median_lag is not null))::integer as planned_count,
        (count(distinct standing.indicator_id) filter (where standing.kind = 'lagging'))::integer as lagging_count,
        (count(distinct standing.indicator_id) filter (where standing.kind = 'missed'))::integer as missed_count,
        (count(*) filter (where standing.kind = 'missed'))::integer as missed_type_count
    from standing
),

placed as (
    select
        standing.*,
        row_number() over (
            partition by standing.kind
            order by
                case standing.kind when 'ahead' then standing.median_lag else -standing.median_lag end nulls last,
                (1 - standing.mean_share) * standing.weight desc nulls last,
                standing.unit_type,
                standing.indicator_id
        ) as place
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
        row_number() over (
            partition by placed.unit_type, placed.indicator_id
            order by cell_completion.lag desc nulls last, cell_completion.share, unit.sort_order, unit.unit_id
        ) as weak_place
    from placed
    inner join cell_completion
        on
            placed.unit_type = cell_completion.unit_type
            and placed.indicator_id = cell_completion.indicator_id
    inner join unit on cell_completion.unit_id = unit.unit_id
    where
        placed.kind <> 'ahead'
        and cell_completion.scenario_id = 0
        and cell_completion.month = $month
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
        list(weak_unit.name_en order by weak_unit.weak_place) as units_en
    from weak_unit
    group by weak_unit.unit_type, weak_unit.indicator_id
)

select
    total.planned_count,
    total.lagging_count,
    total.missed_count,
    total.missed_type_count,
    placed.kind,
    placed.place::integer as place,
    placed.unit_type,
    placed.indicator_id,
    indicator.name as indicator,
    coalesce(indicator.name_en, indicator.name) as indicator_en,
    placed.measure_function,
    placed.light,
    placed.median_annual_rate,
    placed.median_plan_share,
    placed.median_lag::double as median_lag,
    placed.on_plan_count::integer as on_plan_count,
    placed.goal_count::integer as goal_count,
    weak_units.unit_ids,
    weak_units.units,
    weak_units.units_en
from total
left join placed on true
left join indicator on placed.indicator_id = indicator.indicator_id
left join weak_units
    on
        placed.unit_type = weak_units.unit_type
        and placed.indicator_id = weak_units.indicator_id
order by
    case placed.kind when 'lagging' then 1 when 'missed' then 2 else 3 end,
    placed.place,
    placed.unit_type,
    placed.indicator_id
