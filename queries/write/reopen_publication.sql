-- purpose: note under a standing edition which revision reopened it
-- params: period_kind varchar, period_start date, revision_id integer
update publication
set reopened_by = $revision_id
where
    period_kind = $period_kind
    and period_start = $period_start
    and reopened_by is null
