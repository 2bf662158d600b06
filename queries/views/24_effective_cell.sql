-- purpose: stored cells with what they carry: a cell that is not due takes the share of its last due month of the
--     same assessment year and function (domain.md section 3, Carry); the weight is the current month's
-- grain: scenario_id, month, unit_id, indicator_id
with last_due as (
    select
        waiting.scenario_id,
        waiting.month,
        waiting.unit_id,
        waiting.indicator_id,
        max(due_cell.month) as due_month,
        arg_max(due_cell.state, due_cell.month) as due_state,
        arg_max_null(due_cell.share, due_cell.month) as due_share,
        arg_max(
            struct_pack(
                state := due_cell.state,
                value := due_cell.value,
                target_value := due_cell.target_value,
                plan_share := due_cell.plan_share,
                terms := due_cell.terms
            ),
            due_cell.month
        ) as due_fact
    from current_cell as waiting
    inner join current_cell as due_cell
        on
            waiting.scenario_id = due_cell.scenario_id
            and waiting.year_start = due_cell.year_start
            and waiting.unit_id = due_cell.unit_id
            and waiting.indicator_id = due_cell.indicator_id
            and waiting.function_key = due_cell.function_key
            and waiting.month > due_cell.month
    where waiting.state = 'NOT_DUE' and due_cell.state <> 'NOT_DUE'
    group by waiting.scenario_id, waiting.month, waiting.unit_id, waiting.indicator_id
),

carried_cell as (
    select
        current_cell.*,
        last_due.due_share is not null as is_carried,
        last_due.due_month as carried_from,
        case when last_due.due_state = 'LATE' then 'LATE' else current_cell.state end as effective_state,
        coalesce(last_due.due_share, current_cell.share) as effective_share,
        case when last_due.due_share is not null then last_due.due_fact end as carried_fact
    from current_cell
    left join last_due
        on
            current_cell.scenario_id = last_due.scenario_id
            and current_cell.month = last_due.month
            and current_cell.unit_id = last_due.unit_id
            and current_cell.indicator_id = last_due.indicator_id
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
    carried_cell.carried_fact,
    carried_cell.is_small_sample,
    carried_cell.upload_id,
    carried_cell.sheet,
    carried_cell.cell
from carried_cell
