-- purpose: deductions of a unit's month: tables handed in late or missing at the freeze, capped, and other events,
--     capped together (domain.md section 5, Deductions); tables cost nothing where an indicator measures lateness
-- grain: scenario_id, month, unit_id
with lateness_type as (
    select distinct
        rule.scheme_id,
        rule.unit_type,
        true as has_lateness_indicator
    from rule
    inner join indicator on rule.indicator_id = indicator.indicator_id
    where indicator.measures_lateness and rule.scenario_id = 0
),

month_sum as (
    select
        month_event.scenario_id,
        month_event.month,
        month_event.unit_id,
        month_event.unit_type,
        month_event.scheme_id,
        coalesce(sum(
            case month_event.effect
                when 'late_table' then month_event.quantity * scheme.late_table_points
                when 'missing_table' then month_event.quantity * scheme.missing_table_points
            end
        ), 0) as table_points,
        coalesce(sum(month_event.quantity * month_event.points) filter (
            where month_event.effect = 'penalty'
        ), 0) as other_points
    from month_event
    inner join scheme on month_event.scheme_id = scheme.scheme_id
    group by month_event.scenario_id, month_event.month, month_event.unit_id, month_event.unit_type, month_event.scheme_id
)

select
    month_sum.scenario_id,
    month_sum.month,
    month_sum.unit_id,
    least(
        scheme.penalty_cap,
        case
            when lateness_type.has_lateness_indicator then 0
            else least(scheme.table_penalty_cap, month_sum.table_points)
        end + month_sum.other_points
    ) as penalty_points
from month_sum
inner join scheme on month_sum.scheme_id = scheme.scheme_id
left join lateness_type
    on
        month_sum.scheme_id = lateness_type.scheme_id
        and month_sum.unit_type = lateness_type.unit_type
