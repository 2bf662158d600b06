-- purpose: the longer stories of a period: the most places won and lost over its last six periods, in one type; the
--     six follow each other by the calendar, and the unit is ranked in each
-- grain: unit_id
-- params: period_kind varchar, period_start date, unit_types varchar[], least_places integer, top integer
with result as (
    select *
    from stored_result
    where
        stored_result.scenario_id = 0
        and stored_result.superseded_by is null
        and stored_result.period_kind = $period_kind
        and stored_result.period_start <= $period_start
),

last_period as (
    select
        result.period_start,
        max(result.previous_start) as previous_start
    from result
    group by result.period_start
    order by result.period_start desc
    limit 6
),

recent_period as (
    select
        last_period.period_start,
        coalesce(
            lead(last_period.previous_start) over (order by last_period.period_start) = last_period.period_start, true
        ) as is_linked
    from last_period
),

six_period as (
    select recent_period.period_start
    from recent_period
    where (select bool_and(every.is_linked) and count(*) = 6 from recent_period as every)
),

shown_unit as (
    select
        result.unit_id,
        result.unit_type,
        result.unit_count
    from result
    where
        result.period_start = $period_start
        and (len($unit_types) = 0 or result.unit_type = any($unit_types))
),

climb as (
    select
        shown_unit.unit_id,
        shown_unit.unit_type,
        shown_unit.unit_count,
        list(result.rank_in_type order by result.period_start) as ranks,
        min(result.period_start) as since_start,
        arg_min(result.rank_in_type, result.period_start) - arg_max(result.rank_in_type, result.period_start) as places
    from shown_unit
    inner join result
        on
            shown_unit.unit_id = result.unit_id
            and shown_unit.unit_type = result.unit_type
    inner join six_period on result.period_start = six_period.period_start
    where result.rank_in_type is not null
    group by shown_unit.unit_id, shown_unit.unit_type, shown_unit.unit_count
    having count(*) = 6
)

select
    climb.unit_id,
    unit.name as unit,
    coalesce(unit.name_en, unit.name) as unit_en,
    climb.unit_type,
    climb.unit_count,
    climb.places::integer as places,
    climb.ranks,
    climb.since_start
from climb
inner join unit on climb.unit_id = unit.unit_id
inner join unit_type on climb.unit_type = unit_type.unit_type
where abs(climb.places) >= $least_places
qualify
    row_number() over (
        partition by sign(climb.places)
        order by abs(climb.places) desc, unit_type.sort_order, unit.sort_order, climb.unit_id
    ) <= $top
order by
    sign(climb.places) desc,
    abs(climb.places) desc,
    unit_type.sort_order,
    unit.sort_order,
    climb.unit_id
