-- purpose: each unit's cell of each indicator in a month: its value and its own state (domain.md section 3)
-- grain: scenario_id, month, unit_id, indicator_id
with due_milestone as (
    select distinct
        unit_milestone.month,
        unit_milestone.unit_id,
        unit_milestone.indicator_id,
        true as is_due
    from unit_milestone
),

cell as (
    select
        active_rule.*,
        active_month.year_start,
        active_month.missing_table_is,
        indicator.basis,
        indicator.direction,
        indicator.value_kind,
        active_target.target_value,
        active_result.state as reported_state,
        active_result.value,
        source_month.last_received_on,
        coalesce(active_result.upload_id, handed_in.upload_id) as upload_id,
        coalesce(active_result.sheet, handed_in.sheet) as sheet,
        coalesce(active_result.cell, handed_in.cell) as cell,
        coalesce(handed_in.ballots, 0) as ballots,
        coalesce(handed_in.abstentions, 0) as abstentions,
        coalesce(handed_in.has_progress, false) as has_progress,
        due_date(active_rule.month, indicator.due_day) as due_on,
        case indicator.frequency
            when 'monthly' then true
            when 'quarterly' then active_month.month_index % 3 = 0
            when 'annual' then active_month.month_index = coalesce(indicator.due_month, 12)
        end
        and (not active_rule.needs_plan or coalesce(active_rule.plan_share, 0) > 0)
        and (not active_rule.needs_milestones or coalesce(due_milestone.is_due, false)) as is_calendar_due
    from active_rule
    inner join active_month on active_rule.month = active_month.month
    inner join indicator on active_rule.indicator_id = indicator.indicator_id
    left join active_result
        on
            active_rule.scenario_id = active_result.scenario_id
            and active_rule.month = active_result.month
            and active_rule.unit_id = active_result.unit_id
            and active_rule.indicator_id = active_result.indicator_id
    left join handed_in
        on
            active_rule.month = handed_in.month
            and active_rule.unit_id = handed_in.unit_id
            and active_rule.indicator_id = handed_in.indicator_id
    left join due_milestone
        on
            active_rule.month = due_milestone.month
            and active_rule.unit_id = due_milestone.unit_id
            and active_rule.indicator_id = due_milestone.indicator_id
    left join source_month
        on
            active_rule.scenario_id = source_month.scenario_id
            and active_rule.month = source_month.month
            and indicator.source = source_month.source
    asof left join active_target
        on
            active_rule.unit_id = active_target.unit_id
            and active_rule.indicator_id = active_target.indicator_id
            and active_month.year_start = active_target.year_start
            and active_rule.month >= active_target.month
)

select
    cell.* exclude (reported_state, last_received_on, ballots, abstentions, has_progress, due_on, missing_table_is),
    case
        when not cell.is_assigned then 'NA_BY_RULE'
        when cell.is_off_at_zero_target and cell.target_value = 0 then 'NA_BY_RULE'
        when not cell.is_calendar_due then 'NOT_DUE'
        when cell.reported_state <> 'BLANK' then cell.reported_state
        when cell.ballots > 0 then 'VALUE'
        when cell.abstentions > 0 then 'NO_CASE'
        when cell.has_progress then 'VALUE'
        when cell.last_received_on > cell.due_on then 'LATE'
        when cell.last_received_on is null and cell.missing_table_is = 'LATE' then 'LATE'
        else 'NOT_DUE'
    end as state
from cell
