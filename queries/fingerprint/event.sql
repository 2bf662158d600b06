-- purpose: the events that count
with content as (
    select * exclude (upload_id)
    from active_event
    where active_event.kind is not null
),

line as (
    select to_json(content)::varchar as text
    from content
)

select
    count(*) as row_count,
    coalesce(sha256(string_agg(line.text, chr(10) order by line.text)), 'empty') as digest
from line
