-- purpose: the scheme of a period and the revision its results come from
-- grain: one row
-- params: period_kind varchar, period_start date
select
    any_value(scheme.name) as scheme_name,
    any_value(coalesce(scheme.name_en, scheme.name)) as scheme_name_en,
    max(stored_result.revision_id) as revision_id,
    max(revision.made_at) as made_at
from stored_result
inner join scheme on stored_result.scheme_id = scheme.scheme_id
inner join revision on stored_result.revision_id = revision.revision_id
where
    stored_result.superseded_by is null
    and stored_result.scenario_id = 0
    and stored_result.period_kind = $period_kind
    and stored_result.period_start = $period_start
