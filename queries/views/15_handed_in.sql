-- purpose: what was handed in for a cell outside sheet 指标: ballots, abstentions and milestone reports
-- grain: month, unit_id, indicator_id
with report as (
    select
        active_vote.month,
        active_vote.unit_id,
        active_vote.indicator_id,
        active_vote.upload_id,
        active_vote.received_on,
        active_vote.sheet,
        active_vote.cell,
        case when active_vote.grade is not null then active_vote.ballots else 0 end as ballots,
        case when active_vote.grade is null then active_vote.ballots else 0 end as abstentions,
        false as is_milestone
    from active_vote
    where active_vote.ballots > 0
    union all
    select
        active_progress.month,
        active_progress.unit_id,
        active_progress.indicator_id,
        active_progress.upload_id,
        active_progress.received_on,
        active_progress.sheet,
        active_progress.cell,
        0 as ballots,
        0 as abstentions,
        true as is_milestone
    from active_progress
)

select
    report.month,
    report.unit_id,
    report.indicator_id,
    max(report.upload_id) as upload_id,
    max(report.received_on) as received_on,
    arg_min(report.sheet, report.cell) as sheet,
    min(report.cell) as cell,
    sum(report.ballots) as ballots,
    sum(report.abstentions) as abstentions,
    bool_or(report.is_milestone) as has_progress
from report
group by report.month, report.unit_id, report.indicator_id
