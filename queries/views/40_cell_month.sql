-- purpose: what is followed of an indicator in a unit's month: its reported value, or 100 x its share of the weight
--     where it is graded or counted in milestones (a VALUE without a number); for cumulative amounts and counts the month's own growth as well, which the
--     first month of the assessment year starts anew (1-2月 is two months); nothing where the month before is missing
-- grain: scenario_id, month, unit_id, indicator_id
with followed as (
    select
        stored_cell.scenario_id,
        stored_cell.month,
        stored_cell.unit_id,
        stored_cell.indicator_id,
        stored_cell.unit_type,
        stored_cell.year_start,
        stored_cell.state,
        indicator.frequency,
        indicator.basis = 'cumulative' and indicator.value_kind in ('amount', 'count') as is_additive,
        case
            when stored_cell.state = 'VALUE' and stored_cell.value is null then round(100 * stored_cell.share, 6)
            when stored_cell.state in ('VALUE', 'ZERO', 'REJECTED') then stored_cell.value
        end::decimal(18, 6) as measure,
        stored_cell.target_value,
        (stored_cell.target_value::double * stored_cell.plan_share)::decimal(18, 6) as planned_value,
        case
            when indicator.frequency = 'monthly'
                then previous_period('month', stored_cell.month, active_month.has_january_period)
            when indicator.frequency = 'quarterly' then months_before(stored_cell.month, 3)
            else months_before(stored_cell.month, 12)
        end as previous_start,
        case
            when indicator.frequency = 'quarterly' then 3
            when month(stored_cell.month) = 2 and not active_month.has_january_period then 2
            else 1
        end as month_span
    from stored_cell
    inner join active_month on stored_cell.month = active_month.month
    inner join indicator on stored_cell.indicator_id = indicator.indicator_id
    where stored_cell.superseded_by is null
)

select
    followed.*,
    case
        when not followed.is_additive then null
        when followed.previous_start < followed.year_start then followed.measure
        else followed.measure - previous.measure
    end as increment
from followed
left join followed as previous
    on
        followed.scenario_id = previous.scenario_id
        and followed.unit_id = previous.unit_id
        and followed.indicator_id = previous.indicator_id
        and followed.previous_start = previous.month
