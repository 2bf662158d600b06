-- purpose: end the stored results that are no longer what the views say
-- params: kinds varchar[], first_month date, last_month date, revision_id integer
update stored_result
set superseded_by = $revision_id
where
    superseded_by is null
    and scenario_id = 0
    and period_kind = any($kinds)
    and period_start <= $last_month
    and case period_kind
        when 'month' then period_start >= $first_month
        else year_start > months_before($first_month, 12)
    end
    and (period_kind, period_start, unit_id) in (
        select
            gone.period_kind,
            gone.period_start,
            gone.unit_id
        from (
            select old_result.* exclude (revision_id, superseded_by)
            from stored_result as old_result
            where
                old_result.superseded_by is null
                and old_result.scenario_id = 0
                and old_result.period_kind = any($kinds)
            except all
            select *
            from fresh_result
        ) as gone
    )
