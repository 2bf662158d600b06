-- purpose: end the stored cells that are no longer what the views say
-- params: first_month date, last_month date, revision_id integer
update stored_cell
set superseded_by = $revision_id
where
    superseded_by is null
    and scenario_id = 0
    and month between $first_month and $last_month
    and (month, unit_id, indicator_id) in (
        select
            gone.month,
            gone.unit_id,
            gone.indicator_id
        from (
            select old_cell.* exclude (revision_id, superseded_by)
            from stored_cell as old_cell
            where
                old_cell.superseded_by is null
                and old_cell.scenario_id = 0
                and old_cell.month between $first_month and $last_month
            except all
            select *
            from fresh_cell
        ) as gone
    )
