-- purpose: the supplements' indicators that add up (amounts and counts, cumulative, with targets): what all units and
--     those of each type did together of their targets; units without a value or a target are left out and counted;
--     an indicator that is not due this month has the sums of its last due month (as_of_month)
-- grain: indicator_id, unit_type (null: all types together)
-- params: month date, unit_types varchar[]
with newest as (
    select max(active_month.month) as month
    from active_month
    where active_month.month <= $month
),

part as (
    select
        cell_completion.indicator_id,
        cell_completion.unit_type,
        cell_completion.module_id,
        cell_completion.plan_share,
        cell_completion.is_on_plan,
        cell_completion.state,
        cell_completion.is_late,
        cell_completion.as_of_month,
        cell_completion.has_value and cell_completion.target_value > 0 as is_counted,
        case when is_counted then cell_completion.value end as value,
        case when is_counted then cell_completion.target_value end as target_value
    from cell_completion
    inner join newest on cell_completion.month = newest.month
    inner join module
        on
            cell_completion.scheme_id = module.scheme_id
            and cell_completion.module_id = module.module_id
    inner join indicator on cell_completion.indicator_id = indicator.indicator_id
    where
        cell_completion.scenario_id = 0
        and module.kind = 'supplement'
        and cell_completion.measure_function = 'completion'
        and indicator.basis = 'cumulative'
        and indicator.value_kind in ('amount', 'count')
        and (len($unit_types) = 0 or cell_completion.unit_type = any($unit_types))
),

total as (
    select
        part.indicator_id,
        part.unit_type,
        min(part.module_id) as module_id,
        sum(part.value)::double as value,
        sum(part.target_value)::double as target_value,
        sum(part.target_value::double * part.plan_share) filter (where part.is_counted) as planned_value,
        max(part.as_of_month) filter (where part.is_counted) as as_of_month,
        count(*) filter (where part.is_counted)::integer as unit_count,
        count(*) filter (where part.is_counted and part.is_on_plan)::integer as on_plan_count,
        count(*) filter (where part.is_late)::integer as late_count,
        count(*) filter (where not part.is_counted and not part.is_late and part.state <> 'NA_BY_RULE')::integer
            as awaited_count
    from part
    group by grouping sets ((part.indicator_id), (part.indicator_id, part.unit_type))
)

select
    total.indicator_id,
    total.unit_type,
    total.module_id,
    indicator.name as indicator,
    coalesce(indicator.name_en, indicator.name) as indicator_en,
    indicator.measure_unit,
    indicator.value_kind,
    indicator.level,
    total.value,
    total.target_value,
    ratio(total.value, total.target_value) as annual_rate,
    ratio(total.planned_value, total.target_value) as planned_share,
    100 * (ratio(total.value, total.target_value) - ratio(total.planned_value, total.target_value)) as ahead_pp,
    total.as_of_month,
    total.unit_count,
    total.on_plan_count,
    total.late_count,
    total.awaited_count
from total
inner join indicator on total.indicator_id = indicator.indicator_id
left join unit_type on total.unit_type = unit_type.unit_type
order by
    total.module_id,
    case indicator.value_kind when 'amount' then 1 else 2 end,
    total.indicator_id,
    unit_type.sort_order nulls first,
    total.unit_type nulls first
