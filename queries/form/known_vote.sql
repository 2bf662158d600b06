-- purpose: the ballots of some months as they count now
-- params: months date[]
select
    active_vote.month,
    active_vote.unit_id,
    active_vote.indicator_id,
    active_vote.voter_group,
    active_vote.grade,
    active_vote.ballots
from active_vote
where active_vote.month = any($months) and active_vote.ballots > 0
order by active_vote.month, active_vote.unit_id, active_vote.indicator_id, active_vote.voter_group, active_vote.grade
