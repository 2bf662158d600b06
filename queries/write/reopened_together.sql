-- purpose: the periods that a revision reopened and that are not published again yet
-- params: revision_id integer
select
    period_publication.period_kind,
    period_publication.period_start
from period_publication
where period_publication.reopened_by = $revision_id
order by
    case period_publication.period_kind when 'month' then 1 when 'quarter' then 2 else 3 end,
    period_publication.period_start
