-- purpose: the reported cells that count
with content as (
    select * exclude (upload_id, received_on)
    from active_result
),

line as (
    select to_json(content)::varchar as text
    from content
)

select
    count(*) as row_count,
    coalesce(sha256(string_agg(line.text, chr(10) order by line.text)), 'empty') as digest
from line
