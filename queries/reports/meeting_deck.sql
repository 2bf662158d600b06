-- purpose: the slides of a meeting in a language as they were kept last
-- grain: meeting_id
-- params: meeting_id integer, language varchar
select
    meeting_deck.meeting_id,
    arg_max(meeting_deck.content, meeting_deck.made_at) as content
from meeting_deck
where meeting_deck.meeting_id = $meeting_id and meeting_deck.language = $language
group by meeting_deck.meeting_id
order by meeting_deck.meeting_id
