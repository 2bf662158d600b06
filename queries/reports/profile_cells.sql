-- purpose: a unit's indicators in a month, the heaviest module first: value, share, weight and points
--     after renormalising, where the number came from, and how the type's other units did
-- grain: indicator_id
-- params: unit_id varchar, month date
with month_cell as materialized (
    select *
    from effective_cell
    where scenario_id = 0 and month = $month
),

own_cell as (
    select *
    from month_cell
    where unit_id = $unit_id
),

type_range as (
    select
        month_cell.indicator_id,
        count(month_cell.share)::integer as type_count,
        min(month_cell.share)::double as type_min,
        quantile_cont(month_cell.share::double, 0.5) as type_median,
        max(month_cell.share)::double as type_max
    from month_cell
    inner join own_cell
        on
            month_cell.unit_type = own_cell.unit_type
            and month_cell.indicator_id = own_cell.indicator_id
    group by month_cell.indicator_id
),

applicable_cell as (
    select
        own_cell.*,
        (sum(own_cell.weight) filter (where own_cell.share is not null) over ())::double as applicable_weight
    from own_cell
),

weighed_cell as (
    select
        applicable_cell.*,
        (100 * ratio(weight::double, applicable_weight))::decimal(38, 12) as full_points,
        (100 * ratio(points::double, applicable_weight))::decimal(38, 12) as won_points,
        (100 * ratio(weight::double - points::double, applicable_weight))::decimal(38, 12) as lost_points
    from applicable_cell
),

source_cell as (
    select *
    from stored_cell
    where superseded_by is null and scenario_id = 0 and unit_id = $unit_id and month <= $month
)

select
    weighed_cell.indicator_id,
    indicator.name as indicator,
    coalesce(indicator.name_en, indicator.name) as indicator_en,
    indicator.measure_unit,
    indicator.source as department,
    indicator.direction,
    weighed_cell.module_id,
    module.name as module,
    coalesce(module.name_en, module.name) as module_en,
    weighed_cell.function_key,
    weighed_cell.state,
    weighed_cell.own_state,
    weighed_cell.is_carried,
    weighed_cell.carried_from,
    weighed_cell.is_awaited,
    weighed_cell.is_late,
    weighed_cell.is_missing_target,
    weighed_cell.is_small_sample,
    coalesce(rule_override.is_assigned, true) as is_assigned,
    rule_override.weight is not null as is_own_weight,
    rule_override.line is not null
    or rule_override.good_value is not null
    or rule_override.bad_value is not null as is_own_limit,
    rule.weight as scheme_weight,
    rule.no_case_as,
    source_cell.value::double as value,
    source_cell.target_value::double as target_value,
    source_cell.plan_share,
    source_cell.terms,
    weighed_cell.share::double as share,
    weighed_cell.weight::double as weight,
    weighed_cell.points::double as points,
    weighed_cell.applicable_weight,
    weighed_cell.full_points,
    weighed_cell.won_points,
    weighed_cell.lost_points,
    case when weighed_cell.lost_points > 0 then (row_number() over most_lost)::integer end as lost_rank,
    case when weighed_cell.lost_points > 0 then sum(weighed_cell.lost_points) over most_lost end as lost_so_far,
    sum(greatest(weighed_cell.lost_points, 0)) over () as lost_total,
    (100 * ratio(
        weighed_cell.points::double - weighed_cell.weight::double * type_range.type_median,
        weighed_cell.applicable_weight
    ))::decimal(38, 12) as over_median_points,
    type_range.type_count,
    type_range.type_min,
    type_range.type_median,
    type_range.type_max,
    source_cell.upload_id,
    upload.file_name,
    source_cell.sheet,
    source_cell.cell,
    upload.received_on,
    source_cell.revision_id,
    scheme.name as scheme_name,
    coalesce(scheme.name_en, scheme.name) as scheme_name_en
from weighed_cell
inner join indicator on weighed_cell.indicator_id = indicator.indicator_id
inner join scheme on weighed_cell.scheme_id = scheme.scheme_id
inner join module on weighed_cell.scheme_id = module.scheme_id and weighed_cell.module_id = module.module_id
inner join source_cell
    on
        weighed_cell.indicator_id = source_cell.indicator_id
        and coalesce(weighed_cell.carried_from, weighed_cell.month) = source_cell.month
left join rule
    on
        rule.scenario_id = 0
        and weighed_cell.scheme_id = rule.scheme_id
        and weighed_cell.unit_type = rule.unit_type
        and weighed_cell.indicator_id = rule.indicator_id
left join rule_override
    on
        weighed_cell.scheme_id = rule_override.scheme_id
        and weighed_cell.indicator_id = rule_override.indicator_id
        and rule_override.unit_id = $unit_id
left join type_range on weighed_cell.indicator_id = type_range.indicator_id
left join upload on source_cell.upload_id = upload.upload_id
window most_lost as (
    order by weighed_cell.lost_points desc nulls last, weighed_cell.indicator_id
    rows between unbounded preceding and current row
)
order by
    module.kind desc,
    sum(weighed_cell.weight) over (partition by weighed_cell.module_id) desc,
    weighed_cell.module_id,
    weighed_cell.weight desc,
    weighed_cell.indicator_id
