-- purpose: put the hash of what was published under an edition
-- params: period_kind varchar, period_start date, revision_id integer, content_hash varchar
update publication
set content_hash = $content_hash
where
    period_kind = $period_kind
    and period_start = $period_start
    and revision_id = $revision_id
