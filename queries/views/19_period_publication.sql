-- purpose: where each period with results stands on its way to publication: its newest edition, and what speaks against
--     publishing it now or wants a reason (domain.md section 5, Freeze and revision; section 4, 1: no target, no publication)
-- grain: period_kind, period_start
with period as (
    select
        stored_result.period_kind,
        stored_result.period_start,
        any_value(stored_result.year_start) as year_start,
        max(stored_result.revision_id) as result_revision_id,
        bool_or(stored_result.is_partial) as is_partial,
        count(*) as unit_count,
        count(*) filter (where stored_result.has_late) as late_unit_count,
        count(*) filter (where not stored_result.is_ranked) as unranked_unit_count,
        count(*) filter (where stored_result.has_missing_target) as targetless_unit_count
    from stored_result
    where stored_result.superseded_by is null and stored_result.scenario_id = 0
    group by stored_result.period_kind, stored_result.period_start
),

month_cell as (
    select
        stored_cell.month,
        indicator.source,
        count(*) filter (where stored_cell.state = 'REJECTED' and stored_cell.value is not null) as returned_count,
        bool_or(stored_cell.state = 'NOT_DUE' and stored_cell.is_calendar_due) as is_awaited
    from stored_cell
    inner join indicator on stored_cell.indicator_id = indicator.indicator_id
    where stored_cell.superseded_by is null and stored_cell.scenario_id = 0
    group by stored_cell.month, indicator.source
),

period_cell as (
    select
        period.period_kind,
        period.period_start,
        sum(month_cell.returned_count) filter (where period.period_kind = 'month') as returned_count,
        list(distinct month_cell.source order by month_cell.source) filter (
            where month_cell.is_awaited
        ) as awaited_sources
    from period
    inner join month_cell
        on
            period.period_start <= month_cell.month
            and month_cell.month < period.period_start
            + to_months(case period.period_kind when 'month' then 1 when 'quarter' then 3 else 12 end)
    group by period.period_kind, period.period_start
),

newest as (
    select
        publication.period_kind,
        publication.period_start,
        max(publication.edition) as edition,
        max(publication.revision_id) as revision_id,
        arg_max(publication.content_hash, publication.edition) as content_hash,
        arg_max_null(publication.reopened_by, publication.edition) as reopened_by
    from publication
    group by publication.period_kind, publication.period_start
),

open_part as (
    select
        period.period_kind,
        period.period_start,
        list(part.period_start order by part.period_start) as open_months
    from period
    inner join period as part
        on
            part.period_kind = 'month'
            and period.period_start <= part.period_start
            and part.period_start < period.period_start
            + to_months(case period.period_kind when 'quarter' then 3 else 12 end)
    left join newest
        on
            newest.period_kind = 'month'
            and part.period_start = newest.period_start
            and newest.reopened_by is null
    where period.period_kind <> 'month' and newest.edition is null
    group by period.period_kind, period.period_start
)

select
    period.*,
    coalesce(period_cell.returned_count, 0)::integer as returned_count,
    coalesce(period_cell.awaited_sources, []) as awaited_sources,
    coalesce(open_part.open_months, []) as open_months,
    newest.edition,
    newest.revision_id,
    newest.content_hash,
    newest.reopened_by,
    case
        when newest.edition is null then 'draft'
        when newest.reopened_by is null then 'published'
        else 'reopened'
    end as status
from period
left join period_cell
    on
        period.period_kind = period_cell.period_kind
        and period.period_start = period_cell.period_start
left join newest
    on
        period.period_kind = newest.period_kind
        and period.period_start = newest.period_start
left join open_part
    on
        period.period_kind = open_part.period_kind
        and period.period_start = open_part.period_start
