-- purpose: whether there is a meeting of a number, and whether it was called off
-- params: meeting_id integer
select
    (
        select count(*) > 0
        from meeting
        where meeting.meeting_id = $meeting_id
    ) as is_known,
    (
        select count(*) > 0
        from meeting_called_off
        where meeting_called_off.meeting_id = $meeting_id
    ) as is_called_off
