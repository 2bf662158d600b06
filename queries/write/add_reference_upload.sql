-- purpose: the reference's own upload, number 0, to which its targets belong
-- params: revision_id integer
insert into upload
values (0, $revision_id, date '1900-01-01', 'target.csv', '', date '1900-01-01', 'accepted')
