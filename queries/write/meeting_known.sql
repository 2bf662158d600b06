-- purpose: whether there is a meeting of a number
-- params: meeting_id integer
select count(*) > 0 as is_known
from meeting
where meeting.meeting_id = $meeting_id
