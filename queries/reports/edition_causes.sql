-- purpose: the revisions between an edition of a period and a later revision that changed it, reopened it or published it
-- grain: revision_id
-- params: period_kind varchar, period_start date, before_revision integer, revision_id integer
with touching as (
    select stored_result.revision_id
    from stored_result
    where
        stored_result.scenario_id = 0
        and stored_result.period_kind = $period_kind
        and stored_result.period_start = $period_start
    union
    select stored_result.superseded_by as revision_id
    from stored_result
    where
        stored_result.scenario_id = 0
        and stored_result.period_kind = $period_kind
        and stored_result.period_start = $period_start
    union
    select publication.revision_id
    from publication
    where publication.period_kind = $period_kind and publication.period_start = $period_start
    union
    select publication.reopened_by as revision_id
    from publication
    where publication.period_kind = $period_kind and publication.period_start = $period_start
)

select touching.revision_id
from touching
where touching.revision_id > $before_revision and touching.revision_id <= $revision_id
order by touching.revision_id
