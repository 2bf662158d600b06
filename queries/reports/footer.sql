-- purpose: the scheme of a period, the revision its results come from, the newest edition of it as of a revision, and
--     what became of that edition since
-- grain: one row
-- params: period_kind varchar, period_start date, revision_id integer
with edition as (
    select
        max(publication.edition) as edition,
        arg_max(publication.content_hash, publication.edition) as content_hash,
        arg_max(published.made_at, publication.edition) as published_at,
        arg_max(published.made_by, publication.edition) as published_by,
        arg_max(published.note, publication.edition) as published_note,
        arg_max_null(publication.reopened_by, publication.edition) <= $revision_id as is_reopened,
        arg_max_null(reopened.note, publication.edition) as reopened_because
    from publication
    inner join revision as published on publication.revision_id = published.revision_id
    left join revision as reopened on publication.reopened_by = reopened.revision_id
    where
        publication.period_kind = $period_kind
        and publication.period_start = $period_start
        and publication.revision_id <= $revision_id
),

newest as (
    select max(publication.edition) as edition
    from publication
    where publication.period_kind = $period_kind and publication.period_start = $period_start
),

made as (
    select
        any_value(scheme.name) as scheme_name,
        any_value(coalesce(scheme.name_en, scheme.name)) as scheme_name_en,
        max(stored_result.revision_id) as revision_id,
        max(revision.made_at) as made_at
    from stored_result
    inner join scheme on stored_result.scheme_id = scheme.scheme_id
    inner join revision on stored_result.revision_id = revision.revision_id
    where
        stored_result.superseded_by is null
        and stored_result.scenario_id = 0
        and stored_result.period_kind = $period_kind
        and stored_result.period_start = $period_start
)

select
    made.scheme_name,
    made.scheme_name_en,
    made.revision_id,
    made.made_at,
    edition.content_hash,
    edition.published_at,
    edition.published_by,
    coalesce(edition.edition, 0) as edition,
    coalesce(newest.edition, 0) as newest_edition,
    edition.published_note,
    edition.reopened_because,
    coalesce(edition.is_reopened, false) as is_reopened
from made
cross join edition
cross join newest
