-- purpose: the slides of a meeting whose title somebody wrote, in one language, with who and when
-- grain: slide_key
-- params: meeting_id integer, language varchar
with last_title as (
    select slide_title.*
    from slide_title
    where slide_title.meeting_id = $meeting_id and slide_title.language = $language
    qualify row_number() over (partition by slide_title.slide_key order by slide_title.title_id desc) = 1
)

select
    last_title.slide_key,
    last_title.title,
    last_title.made_at,
    last_title.made_by
from last_title
where last_title.title is not null
order by last_title.slide_key
