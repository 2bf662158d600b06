-- purpose: the number of the next upload
select coalesce(max(upload.upload_id), 0) + 1 as upload_id
from upload
