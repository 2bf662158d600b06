-- purpose: every edition and whether it stands
with content as (
    select
        publication.period_kind,
        publication.period_start,
        publication.edition,
        publication.content_hash,
        publication.reopened_by is null as is_standing
    from publication
),

line as (
    select to_json(content)::varchar as text
    from content
)

select
    count(*) as row_count,
    coalesce(sha256(string_agg(line.text, chr(10) order by line.text)), 'empty') as digest
from line
