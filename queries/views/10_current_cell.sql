-- purpose: the stored cells that hold now. A view of its own, not a common table expression of its readers: one read
--     twice would be computed whole, so that a question about one month would read the whole history
-- grain: scenario_id, month, unit_id, indicator_id
select stored_cell.* exclude (revision_id, superseded_by)
from stored_cell
where stored_cell.superseded_by is null
