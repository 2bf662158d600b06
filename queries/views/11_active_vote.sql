-- purpose: the ballots on a unit and indicator in a month: those of the latest accepted upload that has any
-- grain: month, unit_id, indicator_id, voter_group, grade
select
    vote.month,
    vote.unit_id,
    vote.indicator_id,
    vote.voter_group,
    vote.grade,
    vote.upload_id,
    upload.received_on,
    min(vote.sheet) as sheet,
    min(vote.cell) as cell,
    sum(vote.ballots)::integer as ballots
from vote
inner join upload on vote.upload_id = upload.upload_id
where upload.status = 'accepted'
group by
    vote.month,
    vote.unit_id,
    vote.indicator_id,
    vote.voter_group,
    vote.grade,
    vote.upload_id,
    upload.received_on
qualify vote.upload_id = max(vote.upload_id) over (partition by vote.month, vote.unit_id, vote.indicator_id)
