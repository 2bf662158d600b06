-- purpose: every review meeting with the moment up to which it shows what people wrote, and who called it off and why
-- (null: it stands), the latest first
-- grain: meeting_id
with last_freeze as (
    select
        meeting_freeze.meeting_id,
        max(meeting_freeze.made_at) as written_until
    from meeting_freeze
    group by meeting_freeze.meeting_id
)

select
    meeting.meeting_id,
    meeting.made_at,
    meeting.made_by,
    meeting.name,
    meeting.held_on,
    meeting.period_kind,
    meeting.period_start,
    meeting.revision_id,
    meeting.edition,
    last_freeze.written_until,
    meeting_called_off.made_by as called_off_by,
    meeting_called_off.reason as called_off_because
from meeting
inner join last_freeze on meeting.meeting_id = last_freeze.meeting_id
left join meeting_called_off on meeting.meeting_id = meeting_called_off.meeting_id
order by meeting.held_on desc, meeting.meeting_id desc
