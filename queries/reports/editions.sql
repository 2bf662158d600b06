-- purpose: the editions of a period, or of all where none is named, newest first: who published and reopened it, when, why
-- grain: period_kind, period_start, edition
-- params: period_kind varchar, period_start date
select
    publication.period_kind,
    publication.period_start,
    (select coalesce(min(scheme.year_start_month), 1) from scheme) as year_start_month,
    publication.edition,
    publication.revision_id,
    publication.content_hash,
    published.made_at as published_at,
    published.made_by as published_by,
    published.note as published_note,
    publication.reopened_by,
    reopened.made_at as reopened_at,
    reopened.made_by as reopened_by_whom,
    reopened.note as reopened_because
from publication
inner join revision as published on publication.revision_id = published.revision_id
left join revision as reopened on publication.reopened_by = reopened.revision_id
where
    $period_kind::varchar is null
    or (publication.period_kind = $period_kind and publication.period_start = $period_start)
order by
    case publication.period_kind when 'month' then 1 when 'quarter' then 2 else 3 end,
    publication.period_start desc,
    publication.edition desc
