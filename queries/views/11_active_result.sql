-- purpose: what is reported of each cell now: the latest accepted upload counts; a returned value keeps its last
--     accepted number until its month is frozen (domain.md section 3, REJECTED); a scenario's own rows go before the
--     record's
-- grain: scenario_id, month, unit_id, indicator_id
select
    scenario.scenario_id,
    result.month,
    result.unit_id,
    result.indicator_id,
    result.state,
    result.upload_id,
    result.sheet,
    result.cell,
    upload.received_on,
    case
        when result.state = 'REJECTED' and frozen_month.month is not null then null
        when result.state = 'REJECTED'
            then arg_max(result.value, result.upload_id) filter (where result.state in ('VALUE', 'ZERO')) over same_cell
        else result.value
    end as value
from scenario
inner join result on result.scenario_id in (0, scenario.scenario_id)
inner join upload on result.upload_id = upload.upload_id
left join frozen_month on result.month = frozen_month.month
where upload.status = 'accepted'
window same_cell as (partition by scenario.scenario_id, result.month, result.unit_id, result.indicator_id)
qualify
    row_number() over (
        partition by scenario.scenario_id, result.month, result.unit_id, result.indicator_id
        order by result.scenario_id desc, result.upload_id desc
    ) = 1
