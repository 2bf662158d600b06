-- purpose: the slides that meetings keep, without when they were made
with content as (
    select * exclude (made_at)
    from meeting_deck
),

line as (
    select to_json(content)::varchar as text
    from content
)

select
    count(*) as row_count,
    coalesce(sha256(string_agg(line.text, chr(10) order by line.text)), 'empty') as digest
from line
