-- purpose: the indicators of each type whose median unit has one of these lights in a month and that no open follow-up is
--     about, furthest behind first; with who might own one: the source department if it is a unit, else the unit
--     furthest behind
-- grain: unit_type, indicator_id
-- params: month date, unit_types varchar[], lights varchar[]
with followed as (
    select distinct
        item.unit_type,
        item.indicator_id
    from follow_up_at(null) as item
    where item.state = 'open'
),

behind as (
    select type_completion.*
    from type_completion
    left join followed
        on
            type_completion.unit_type = followed.unit_type
            and type_completion.indicator_id = followed.indicator_id
    where
        type_completion.scenario_id = 0
        and type_completion.month = $month
        and type_completion.light = any($lights)
        and (len($unit_types) = 0 or type_completion.unit_type = any($unit_types))
        and followed.indicator_id is null
),

department as (
    select
        indicator.indicator_id,
        min(unit_name.unit_id) as unit_id
    from indicator
    inner join unit_name on indicator.source = unit_name.name
    group by indicator.indicator_id
),

weakest as (
    select
        cell_completion.unit_type,
        cell_completion.indicator_id,
        cell_completion.unit_id,
        cell_completion.lag::double as lag
    from cell_completion
    inner join unit on cell_completion.unit_id = unit.unit_id
    where
        cell_completion.scenario_id = 0
        and cell_completion.month = $month
        and cell_completion.lag is not null
    qualify
        row_number() over (
            partition by cell_completion.unit_type, cell_completion.indicator_id
            order by cell_completion.lag desc, cell_completion.share, unit.sort_order, unit.unit_id
        ) = 1
)

select
    behind.unit_type,
    unit_type.name as type_name,
    coalesce(unit_type.name_en, unit_type.name) as type_name_en,
    behind.indicator_id,
    indicator.name as indicator,
    coalesce(indicator.name_en, indicator.name) as indicator_en,
    behind.light,
    behind.median_annual_rate,
    behind.median_plan_share,
    behind.median_lag::double as median_lag,
    behind.on_plan_count::integer as on_plan_count,
    behind.goal_count::integer as goal_count,
    indicator.source as department,
    department.unit_id as department_unit_id,
    weakest.unit_id as weakest_unit_id,
    weakest_unit.name as weakest_unit,
    coalesce(weakest_unit.name_en, weakest_unit.name) as weakest_unit_en,
    weakest.lag as weakest_lag,
    owner.unit_id as owner_unit_id,
    owner.name as owner,
    coalesce(owner.name_en, owner.name) as owner_en
from behind
inner join unit_type on behind.unit_type = unit_type.unit_type
inner join indicator on behind.indicator_id = indicator.indicator_id
left join department on behind.indicator_id = department.indicator_id
left join weakest
    on
        behind.unit_type = weakest.unit_type
        and behind.indicator_id = weakest.indicator_id
left join unit as weakest_unit on weakest.unit_id = weakest_unit.unit_id
left join unit as owner on coalesce(department.unit_id, weakest.unit_id) = owner.unit_id
order by
    behind.median_lag desc,
    unit_type.sort_order,
    behind.unit_type,
    behind.indicator_id
