-- purpose: take uploads back; their rows stay, and count no more
-- params: upload_ids integer[]
update upload
set status = 'undone'
where upload_id = any($upload_ids)
