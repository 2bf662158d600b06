-- purpose: forget the reference's own upload, number 0
delete from upload
where upload_id = 0
