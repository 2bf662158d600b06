-- purpose: the source departments whose tables for a month have come in, and when the last of them came
-- grain: scenario_id, month, source
with report as (
    select
        active_result.scenario_id,
        active_result.month,
        active_result.indicator_id,
        active_result.received_on
    from active_result
    where active_result.state <> 'BLANK'
    union all
    select
        scenario.scenario_id,
        handed_in.month,
        handed_in.indicator_id,
        handed_in.received_on
    from handed_in
    cross join scenario
)

select
    report.scenario_id,
    report.month,
    indicator.source,
    max(report.received_on) as last_received_on
from report
inner join indicator on report.indicator_id = indicator.indicator_id
group by report.scenario_id, report.month, indicator.source
