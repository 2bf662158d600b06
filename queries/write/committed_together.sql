-- purpose: the uploads that were committed in one go with an upload, that one included, and whether they still count
-- params: upload_id integer
select
    upload.upload_id,
    upload.status
from upload
where
    upload.upload_id > 0
    and upload.revision_id = (
        select asked.revision_id
        from upload as asked
        where asked.upload_id = $upload_id and asked.upload_id > 0
    )
order by upload.upload_id
