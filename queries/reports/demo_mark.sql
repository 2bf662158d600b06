-- purpose: whether the reference that holds is the demo county's; edited as a workbook it stays the demo county's
-- grain: one row
select coalesce(arg_max(revision.note, revision.revision_id) = 'demo', false) as is_demo
from revision
where
    revision.kind = 'reference'
    and revision.revision_id not in (select reference_file.revision_id from reference_file)
