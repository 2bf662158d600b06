-- purpose: where some periods stand on their way to publication; a period without results has no row
-- params: period_kinds varchar[], period_starts date[]
select
    period_publication.period_kind,
    period_publication.period_start,
    period_publication.status,
    coalesce(period_publication.edition, 0) as edition,
    period_publication.reopened_by,
    period_publication.is_partial,
    period_publication.open_months,
    period_publication.targetless_unit_count,
    period_publication.late_unit_count,
    period_publication.unranked_unit_count,
    period_publication.awaited_sources,
    period_publication.returned_count
from period_publication
inner join (
    select
        unnest($period_kinds) as period_kind,
        unnest($period_starts) as period_start
) as asked
    on
        period_publication.period_kind = asked.period_kind
        and period_publication.period_start = asked.period_start
