-- purpose: the revisions made since one the reader has seen, newest first: what kind, of which months, how much came new
--     and how much was changed
-- grain: revision_id
-- params: seen_revision integer
with file as (
    select
        upload.revision_id,
        upload.upload_id,
        upload.month
    from upload
    where upload.upload_id > 0 and upload.revision_id > $seen_revision
),

file_change as (
    select
        file.revision_id,
        coalesce(sum(upload_change.change_count) filter (where upload_change.kind = 'new'), 0) as new_count,
        coalesce(sum(upload_change.change_count) filter (where upload_change.kind = 'changed'), 0) as changed_count
    from file
    inner join upload_change on file.upload_id = upload_change.upload_id
    group by file.revision_id
),

brought_month as (
    select
        file.revision_id,
        list(distinct file.month order by file.month) as months
    from file
    group by file.revision_id
)

select
    revision.revision_id,
    revision.made_at,
    revision.made_by,
    revision.kind,
    case
        when revision.kind = 'import' then brought_month.months
        when upload.upload_id > 0 then [upload.month]
    end as months,
    coalesce(file_change.new_count, 0)::integer as new_count,
    coalesce(file_change.changed_count, 0)::integer as changed_count
from revision
left join upload on revision.upload_id = upload.upload_id
left join brought_month on revision.revision_id = brought_month.revision_id
left join file_change on revision.revision_id = file_change.revision_id
where revision.revision_id > $seen_revision
order by revision.revision_id desc
