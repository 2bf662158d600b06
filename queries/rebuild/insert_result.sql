-- purpose: store the results that are new or changed
-- params: revision_id integer
insert into stored_result
select
    fresh_result.*,
    $revision_id as revision_id,
    null as superseded_by
from fresh_result
left join stored_result as kept
    on
        kept.superseded_by is null
        and fresh_result.scenario_id = kept.scenario_id
        and fresh_result.period_kind = kept.period_kind
        and fresh_result.period_start = kept.period_start
        and fresh_result.unit_id = kept.unit_id
where kept.unit_id is null
order by fresh_result.period_kind, fresh_result.period_start, fresh_result.unit_type, fresh_result.unit_id
