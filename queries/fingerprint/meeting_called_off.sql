-- purpose: the meetings that were called off and why, without who and when
with content as (
    select * exclude (made_at, made_by)
    from meeting_called_off
),

line as (
    select to_json(content)::varchar as text
    from content
)

select
    count(*) as row_count,
    coalesce(sha256(string_agg(line.text, chr(10) order by line.text)), 'empty') as digest
from line
