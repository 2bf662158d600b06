-- purpose: the targets that hold
with content as (
    select *
    from active_target
    where active_target.target_value is not null
),

line as (
    select to_json(content)::varchar as text
    from content
)

select
    count(*) as row_count,
    coalesce(sha256(string_agg(line.text, chr(10) order by line.text)), 'empty') as digest
from line
