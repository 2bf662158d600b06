-- purpose: the numbers of the next meeting and of the next title of a slide
select
    (select coalesce(max(meeting.meeting_id), 0) + 1 from meeting) as meeting_id,
    (select coalesce(max(slide_title.title_id), 0) + 1 from slide_title) as title_id
