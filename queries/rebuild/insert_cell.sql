-- purpose: store the cells that are new or changed
-- params: revision_id integer
insert into stored_cell
select
    fresh_cell.*,
    $revision_id as revision_id,
    null as superseded_by
from fresh_cell
left join stored_cell as kept
    on
        kept.superseded_by is null
        and fresh_cell.scenario_id = kept.scenario_id
        and fresh_cell.month = kept.month
        and fresh_cell.unit_id = kept.unit_id
        and fresh_cell.indicator_id = kept.indicator_id
where kept.unit_id is null
order by fresh_cell.month, fresh_cell.unit_id, fresh_cell.indicator_id
