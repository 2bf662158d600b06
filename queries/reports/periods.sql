-- purpose: the periods that have results, the newest month first, then quarters and years
-- grain: period_kind, period_start
select
    stored_result.period_kind,
    stored_result.period_start,
    any_value(scheme.name) as scheme_name,
    any_value(coalesce(scheme.name_en, scheme.name)) as scheme_name_en,
    any_value(scheme.year_start_month) as year_start_month,
    any_value(scheme.has_january_period) as has_january_period,
    bool_or(stored_result.is_partial) as is_partial
from stored_result
inner join scheme on stored_result.scheme_id = scheme.scheme_id
where stored_result.superseded_by is null and stored_result.scenario_id = 0
group by stored_result.period_kind, stored_result.period_start
order by
    case stored_result.period_kind when 'month' then 1 when 'quarter' then 2 else 3 end,
    stored_result.period_start desc
