-- purpose: whether enough weight applies to a unit's month for it to be ranked; every counting unit is listed
--     (domain.md section 5, Base)
-- grain: scenario_id, month, unit_id
select
    scenario.scenario_id,
    active_unit.month,
    active_unit.unit_id,
    active_unit.unit_type,
    active_unit.scheme_id,
    month_base.applicable_weight,
    month_base.due_weight,
    month_base.base,
    month_base.trunk_score,
    month_base.largest_score,
    coalesce(month_base.has_late, false) as has_late,
    coalesce(month_base.has_awaited, false) as has_awaited,
    coalesce(month_base.has_missing_target, false) as has_missing_target,
    coalesce(month_base.has_small_sample, false) as has_small_sample,
    coalesce(
        month_base.base is not null
        and month_base.applicable_weight >= scheme.min_applicable_share * coalesce(month_base.due_weight, 0),
        false
    ) as is_rankable
from active_unit
cross join scenario
inner join scheme on active_unit.scheme_id = scheme.scheme_id
left join month_base
    on
        scenario.scenario_id = month_base.scenario_id
        and active_unit.month = month_base.month
        and active_unit.unit_id = month_base.unit_id
