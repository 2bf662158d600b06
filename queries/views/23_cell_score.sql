-- purpose: each cell's own share of its weight and the terms it comes from: what is stored of a month's cells
-- grain: scenario_id, month, unit_id, indicator_id
select
    cell_input.scenario_id,
    cell_input.month,
    cell_input.unit_id,
    cell_input.indicator_id,
    cell_input.unit_type,
    cell_input.scheme_id,
    cell_input.year_start,
    cell_input.module_id,
    cell_input.is_trunk,
    cell_input.basis,
    cell_input.function_key,
    cell_input.weight,
    cell_input.state,
    cell_input.is_calendar_due,
    cell_input.value,
    cell_input.target_value,
    cell_input.plan_share,
    case
        when cell_input.state in ('NA_BY_RULE', 'NOT_DUE') then null
        when cell_input.state = 'NO_CASE' then case cell_input.no_case_as when 'full' then 1 end
        when cell_input.state = 'LATE' then 0
        when cell_input.state = 'REJECTED' and cell_input.value is null then 0
        else rule_score.share
    end::decimal(38, 12) as share,
    rule_score.terms,
    coalesce(rule_score.is_small_sample, false) as is_small_sample,
    cell_input.upload_id,
    cell_input.sheet,
    cell_input.cell
from cell_input
left join rule_score
    on
        cell_input.scenario_id = rule_score.scenario_id
        and cell_input.month = rule_score.month
        and cell_input.unit_id = rule_score.unit_id
        and cell_input.indicator_id = rule_score.indicator_id
