-- purpose: the ballots of a month as they count now
-- params: month date
select
    active_vote.unit_id,
    active_vote.indicator_id,
    active_vote.voter_group,
    active_vote.grade,
    active_vote.ballots
from active_vote
where active_vote.month = $month and active_vote.ballots > 0
order by active_vote.unit_id, active_vote.indicator_id, active_vote.voter_group, active_vote.grade
