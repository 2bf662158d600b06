-- purpose: the months that have data
-- grain: month
select distinct upload.month
from upload
where upload.status = 'accepted' and upload.upload_id > 0
