-- purpose: how many results a revision changed, added or ended
-- params: revision_id integer
with changed_result as (
    select distinct
        stored_result.period_kind,
        stored_result.period_start,
        stored_result.unit_id
    from stored_result
    where stored_result.revision_id = $revision_id or stored_result.superseded_by = $revision_id
)

select count(*) as changed
from changed_result
