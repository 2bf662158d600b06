-- purpose: how many cells a revision changed, added or ended
-- params: revision_id integer
select count(*) as changed
from stored_cell
where stored_cell.revision_id = $revision_id or stored_cell.superseded_by = $revision_id
