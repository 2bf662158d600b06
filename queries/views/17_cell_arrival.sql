-- purpose: when something first came in for a cell, and when last: over the accepted uploads of its month. Blanks and
--     cells that say 迟报 are nothing; an undone upload never came; what a later upload corrects came with the first
-- grain: month, unit_id, indicator_id
with report as (
    select
        result.month,
        result.unit_id,
        result.indicator_id,
        result.upload_id,
        result.state
    from result
    where result.scenario_id = 0
    union all
    select
        vote.month,
        vote.unit_id,
        vote.indicator_id,
        vote.upload_id,
        'VALUE' as state
    from vote
    where vote.ballots > 0
    union all
    select
        milestone_progress.month,
        milestone_progress.unit_id,
        milestone_progress.indicator_id,
        milestone_progress.upload_id,
        'VALUE' as state
    from milestone_progress
)

select
    report.month,
    report.unit_id,
    report.indicator_id,
    arg_max(report.state, report.upload_id) as reported_state,
    min(upload.received_on) filter (where report.state not in ('BLANK', 'LATE')) as first_received_on,
    max(upload.received_on) filter (where report.state not in ('BLANK', 'LATE')) as last_received_on
from report
inner join upload on report.upload_id = upload.upload_id
where upload.status = 'accepted'
group by report.month, report.unit_id, report.indicator_id
