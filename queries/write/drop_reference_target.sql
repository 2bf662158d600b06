-- purpose: forget the targets that came with the reference
delete from target
where upload_id = 0
