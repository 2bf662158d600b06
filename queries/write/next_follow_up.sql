-- purpose: the number of the next follow-up
select coalesce(max(follow_up.follow_up_id), 0) + 1 as follow_up_id
from follow_up
