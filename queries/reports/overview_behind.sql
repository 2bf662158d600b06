-- purpose: how many indicators stand behind the time plan in some type, and how many miss their target or line, up to
--     the period's latest month
-- grain: one row
-- params: period_kind varchar, period_start date, unit_types varchar[]
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
)

select
    (count(distinct type_completion.indicator_id) filter (where type_completion.median_lag is not null))::integer
        as planned_count,
    (count(distinct type_completion.indicator_id) filter (
        where type_completion.is_behind and type_completion.median_lag is not null
    ))::integer as lagging_count,
    (count(distinct type_completion.indicator_id) filter (
        where type_completion.is_behind and type_completion.light = 'red'
    ))::integer as far_behind_count,
    (count(distinct type_completion.indicator_id) filter (
        where type_completion.is_behind and type_completion.median_lag is null
    ))::integer as missed_count
from type_completion
inner join period_type
    on
        type_completion.unit_type = period_type.unit_type
        and type_completion.month = period_type.month
where type_completion.scenario_id = 0
