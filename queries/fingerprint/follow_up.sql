-- purpose: the follow-ups with all their versions
with content as (
    select * exclude (follow_up_id, made_at)
    from follow_up
),

line as (
    select to_json(content)::varchar as text
    from content
)

select
    count(*) as row_count,
    coalesce(sha256(string_agg(line.text, chr(10) order by line.text)), 'empty') as digest
from line
