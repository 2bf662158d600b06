-- purpose: how many results a revision changed, added or ended
-- params: revision_id integer
select count(distinct (stored_result.period_kind, stored_result.period_start, stored_result.unit_id)) as changed
from stored_result
where stored_result.revision_id = $revision_id or stored_result.superseded_by = $revision_id
