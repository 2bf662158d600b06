-- purpose: the months that uploads are about and the periods they decide on
-- params: upload_ids integer[]
select upload.month as touched
from upload
where upload.upload_id = any($upload_ids)
union
select decision.period_start as touched
from decision
where decision.upload_id = any($upload_ids)
