-- purpose: the titles people wrote on the slides of meetings, without who and when
with content as (
    select * exclude (made_at, made_by)
    from slide_title
),

line as (
    select to_json(content)::varchar as text
    from content
)

select
    count(*) as row_count,
    coalesce(sha256(string_agg(line.text, chr(10) order by line.text)), 'empty') as digest
from line
