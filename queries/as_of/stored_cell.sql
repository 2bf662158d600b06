-- purpose: the stored cells as they stood at a revision; inside the connection that made it, it stands before the table
-- params: revision_id integer
create temporary table stored_cell as
select * replace (null::integer as superseded_by)
from stored_cell
where revision_id <= $revision_id and (superseded_by is null or superseded_by > $revision_id)
