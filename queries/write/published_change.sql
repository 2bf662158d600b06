-- purpose: the published periods whose stored results, or a month's stored cells, changed after they were published
-- grain: period_kind, period_start
with standing as (
    select
        publication.period_kind,
        publication.period_start,
        publication.revision_id
    from publication
    where publication.reopened_by is null
),

changed as (
    select
        standing.period_kind,
        standing.period_start
    from standing
    inner join stored_result
        on
            standing.period_kind = stored_result.period_kind
            and standing.period_start = stored_result.period_start
            and stored_result.scenario_id = 0
    where stored_result.revision_id > standing.revision_id or stored_result.superseded_by > standing.revision_id
    union
    select
        standing.period_kind,
        standing.period_start
    from standing
    inner join stored_cell
        on
            standing.period_kind = 'month'
            and standing.period_start = stored_cell.month
            and stored_cell.scenario_id = 0
    where stored_cell.revision_id > standing.revision_id or stored_cell.superseded_by > standing.revision_id
)

select
    changed.period_kind,
    changed.period_start,
    (select coalesce(min(scheme.year_start_month), 1) from scheme) as year_start_month
from changed
order by
    case changed.period_kind when 'month' then 1 when 'quarter' then 2 else 3 end,
    changed.period_start
