-- purpose: the stored results as they stood at a revision
create or replace macro result_at(at_revision) as table
    select *
    from stored_result
    where
        scenario_id = 0
        and revision_id <= at_revision
        and (superseded_by is null or superseded_by > at_revision);
