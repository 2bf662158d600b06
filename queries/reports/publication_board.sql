-- purpose: every period with where it stands on its way to publication, its newest edition, and who reopened it why
-- grain: period_kind, period_start
select
    period_publication.*,
    (select coalesce(min(scheme.year_start_month), 1) from scheme) as year_start_month,
    published.made_at as published_at,
    published.made_by as published_by,
    published.note as published_note,
    reopened.made_at as reopened_at,
    reopened.made_by as reopened_by_whom,
    reopened.note as reopened_because
from period_publication
left join revision as published on period_publication.revision_id = published.revision_id
left join revision as reopened on period_publication.reopened_by = reopened.revision_id
order by
    case period_publication.period_kind when 'month' then 1 when 'quarter' then 2 else 3 end,
    period_publication.period_start desc
