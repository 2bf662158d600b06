-- purpose: the reported numbers and targets that the revisions after one, up to another, changed, with where they stand now
-- grain: month, unit_id, indicator_id
-- params: before_revision integer, revision_id integer
with before_cell as (
    select *
    from stored_cell
    where
        scenario_id = 0
        and revision_id <= $before_revision
        and superseded_by > $before_revision
        and superseded_by <= $revision_id
),

after_cell as (
    select *
    from stored_cell
    where
        scenario_id = 0
        and revision_id > $before_revision
        and revision_id <= $revision_id
        and (superseded_by is null or superseded_by > $revision_id)
)

select
    before_cell.month,
    before_cell.unit_id,
    unit.name as unit,
    coalesce(unit.name_en, unit.name) as unit_en,
    before_cell.unit_type,
    before_cell.indicator_id,
    indicator.name as indicator,
    coalesce(indicator.name_en, indicator.name) as indicator_en,
    indicator.measure_unit,
    before_cell.state as state_before,
    before_cell.value as value_before,
    before_cell.target_value as target_before,
    after_cell.state as state_after,
    after_cell.value as value_after,
    after_cell.target_value as target_after,
    upload.file_name,
    after_cell.sheet,
    after_cell.cell
from before_cell
inner join after_cell
    on
        before_cell.month = after_cell.month
        and before_cell.unit_id = after_cell.unit_id
        and before_cell.indicator_id = after_cell.indicator_id
inner join unit on before_cell.unit_id = unit.unit_id
inner join indicator on before_cell.indicator_id = indicator.indicator_id
left join upload on after_cell.upload_id = upload.upload_id
where
    before_cell.state <> after_cell.state
    or coalesce(before_cell.value, -1e11) <> coalesce(after_cell.value, -1e11)
    or coalesce(before_cell.target_value, -1e11) <> coalesce(after_cell.target_value, -1e11)
order by
    before_cell.month,
    unit.sort_order,
    before_cell.unit_id,
    before_cell.indicator_id
