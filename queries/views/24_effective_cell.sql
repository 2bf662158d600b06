-- purpose: stored cells with what they carry: a cell that is not due takes the share of its last due month of the
--     same assessment year and function (domain.md section 3, Carry); the weight is the current month's
-- grain: scenario_id, month, unit_id, indicator_id
with current_cell as (
    select stored_cell.* exclude (revision_id, superseded_by)
    from stored_cell
    where stored_cell.superseded_by is null
),

due_cell as (
    select
        current_cell.scenario_id,
        current_cell.month,
        current_cell.unit_id,
        current_cell.indicator_id,
        current_cell.year_start,
        current_cell.function_key,
        current_cell.state,
        current_cell.share
    from current_cell
    where current_cell.state <> 'NOT_DUE'
),

carried_cell as (
    select
        current_cell.*,
        current_cell.state = 'NOT_DUE' and due_cell.share is not null as is_carried,
        case when current_cell.state = 'NOT_DUE' then due_cell.month end as carried_from,
        case
            when current_cell.state = 'NOT_DUE' and due_cell.state = 'LATE' then 'LATE'
            else current_cell.state
        end as effective_state,
        case when current_cell.state = 'NOT_DUE' then due_cell.share else current_cell.share end as effective_share
    from current_cell
    asof left join due_cell
        on
            current_cell.scenario_id = due_cell.scenario_id
            and current_cell.unit_id = due_cell.unit_id
            and current_cell.indicator_id = due_cell.indicator_id
            and current_cell.year_start = due_cell.year_start
            and current_cell.function_key = due_cell.function_key
            and current_cell.month > due_cell.month
)

select
    carried_cell.scenario_id,
    carried_cell.month,
    carried_cell.unit_id,
    carried_cell.indicator_id,
    carried_cell.unit_type,
    carried_cell.scheme_id,
    carried_cell.year_start,
    carried_cell.module_id,
    carried_cell.is_trunk,
    carried_cell.basis,
    carried_cell.function_key,
    carried_cell.weight,
    carried_cell.state as own_state,
    carried_cell.effective_state as state,
    carried_cell.is_carried,
    case when carried_cell.is_carried then carried_cell.carried_from end as carried_from,
    carried_cell.is_carried
    or (carried_cell.state <> 'NOT_DUE' and carried_cell.is_calendar_due) as is_weight_due,
    carried_cell.effective_state = 'LATE'
    or (carried_cell.state = 'REJECTED' and carried_cell.value is null) as is_late,
    carried_cell.state = 'NOT_DUE' and carried_cell.is_calendar_due as is_awaited,
    carried_cell.state in ('VALUE', 'ZERO', 'REJECTED')
    and carried_cell.effective_share is null as is_missing_target,
    carried_cell.value,
    carried_cell.target_value,
    carried_cell.plan_share,
    carried_cell.share as own_share,
    carried_cell.effective_share as share,
    (carried_cell.weight::double * carried_cell.effective_share::double)::decimal(38, 12) as points,
    carried_cell.terms,
    carried_cell.is_small_sample,
    carried_cell.upload_id,
    carried_cell.sheet,
    carried_cell.cell
from carried_cell
