-- purpose: the last version of a follow-up; no row where there is none of that number
-- params: follow_up_id integer
select follow_up.*
from follow_up
where follow_up.follow_up_id = $follow_up_id
order by follow_up.version desc
limit 1
