-- purpose: every revision: who made it, when, from which file, how many numbers it brought, and how many units it gave
--     another score, rank or tier
-- grain: revision_id
with row_change as (
    select
        upload.revision_id,
        coalesce(sum(upload_change.change_count) filter (where upload_change.kind = 'new'), 0) as new_count,
        coalesce(sum(upload_change.change_count) filter (where upload_change.kind = 'changed'), 0) as changed_count
    from upload_change
    inner join upload on upload_change.upload_id = upload.upload_id
    group by upload.revision_id
),

moved_result as (
    select
        coalesce(fresh.revision_id, before.superseded_by) as revision_id,
        coalesce(fresh.unit_id, before.unit_id) as unit_id
    from stored_result as fresh
    full join stored_result as before
        on
            fresh.revision_id = before.superseded_by
            and fresh.scenario_id = before.scenario_id
            and fresh.period_kind = before.period_kind
            and fresh.period_start = before.period_start
            and fresh.unit_id = before.unit_id
    where
        before.unit_id is null
        or fresh.unit_id is null
        or coalesce(fresh.score, -1) <> coalesce(before.score, -1)
        or coalesce(fresh.rank_in_type, -1) <> coalesce(before.rank_in_type, -1)
        or coalesce(fresh.tier, '') <> coalesce(before.tier, '')
),

unit_change as (
    select
        moved_result.revision_id,
        count(distinct moved_result.unit_id) as unit_count
    from moved_result
    group by moved_result.revision_id
),

published as (
    select
        step.revision_id,
        list(step.period_kind order by step.rank, step.period_start) as period_kinds,
        list(step.period_start order by step.rank, step.period_start) as period_starts
    from (
        select
            unnest([publication.revision_id, publication.reopened_by]) as revision_id,
            publication.period_kind,
            publication.period_start,
            case publication.period_kind when 'month' then 1 when 'quarter' then 2 else 3 end as rank
        from publication
    ) as step
    where step.revision_id is not null
    group by step.revision_id
)

select
    revision.revision_id,
    revision.made_at,
    revision.made_by,
    revision.kind,
    revision.upload_id,
    upload.month,
    coalesce(
        (
            select max(file.month)
            from upload as file
            where file.revision_id = revision.revision_id and file.upload_id > 0
        ),
        upload.month
    ) as last_month,
    case
        when revision.kind = 'import' then (
            select string_agg(distinct file.file_name, ', ' order by file.file_name)
            from upload as file
            where file.revision_id = revision.revision_id and file.upload_id > 0
        )
        else upload.file_name
    end as file_name,
    upload.status,
    coalesce(case when revision.kind = 'import' then row_change.new_count end, 0)::integer as new_count,
    coalesce(case when revision.kind = 'import' then row_change.changed_count end, 0)::integer as changed_count,
    coalesce(unit_change.unit_count, 0)::integer as unit_count,
    revision.note,
    coalesce(published.period_kinds, []) as period_kinds,
    coalesce(published.period_starts, []) as period_starts,
    (select coalesce(min(scheme.year_start_month), 1) from scheme) as year_start_month
from revision
left join upload on revision.upload_id = upload.upload_id
left join row_change on revision.revision_id = row_change.revision_id
left join unit_change on revision.revision_id = unit_change.revision_id
left join published on revision.revision_id = published.revision_id
order by revision.revision_id desc
