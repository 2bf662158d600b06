-- purpose: the revisions made since one the reader has seen, newest first: what kind, of which month
-- grain: revision_id
-- params: seen_revision integer
with upload_change as (
    select
        upload_change.upload_id,
        coalesce(sum(upload_change.change_count) filter (where upload_change.kind = 'new'), 0) as new_count,
        coalesce(sum(upload_change.change_count) filter (where upload_change.kind = 'changed'), 0) as changed_count
    from upload_change
    group by upload_change.upload_id
)

select
    revision.revision_id,
    revision.made_at,
    revision.made_by,
    revision.kind,
    upload.month,
    coalesce(upload_change.new_count, 0)::integer as new_count,
    coalesce(upload_change.changed_count, 0)::integer as changed_count
from revision
left join upload on revision.upload_id = upload.upload_id
left join upload_change on revision.upload_id = upload_change.upload_id and revision.kind = 'import'
where revision.revision_id > $seen_revision
order by revision.revision_id desc
