-- purpose: whether a period had results at a revision, and its edition that stood then
-- params: period_kind varchar, period_start date, revision_id integer
with standing as (
    select max(publication.edition) as edition
    from publication
    where
        publication.period_kind = $period_kind
        and publication.period_start = $period_start
        and publication.revision_id <= $revision_id
        and (publication.reopened_by is null or publication.reopened_by > $revision_id)
),

shown as (
    select count(*) as result_count
    from stored_result
    where
        stored_result.scenario_id = 0
        and stored_result.period_kind = $period_kind
        and stored_result.period_start = $period_start
        and stored_result.revision_id <= $revision_id
        and (stored_result.superseded_by is null or stored_result.superseded_by > $revision_id)
)

select
    shown.result_count > 0 as has_results,
    standing.edition
from shown
cross join standing
