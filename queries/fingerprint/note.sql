-- purpose: the notes that stand
with content as (
    select * exclude (note_id, made_at, withdrawn_at, withdrawn_by, withdrawn_because)
    from note
    where note.withdrawn_at is null
),

line as (
    select to_json(content)::varchar as text
    from content
)

select
    count(*) as row_count,
    coalesce(sha256(string_agg(line.text, chr(10) order by line.text)), 'empty') as digest
from line
