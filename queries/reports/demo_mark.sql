-- purpose: whether the reference that holds is the demo county's
-- grain: one row
select coalesce(arg_max(revision.note, revision.revision_id) = 'demo', false) as is_demo
from revision
where revision.kind = 'reference'
