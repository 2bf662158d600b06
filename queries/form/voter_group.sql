-- purpose: the voter groups of each indicator of each open month's scheme, the heaviest first
select
    active_month.month,
    voter_group.indicator_id,
    voter_group.voter_group
from voter_group
inner join active_month on voter_group.scheme_id = active_month.scheme_id
order by active_month.month, voter_group.indicator_id, voter_group.weight desc, voter_group.voter_group
