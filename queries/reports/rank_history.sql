-- purpose: the place of each unit now listed in a type over twelve periods by the calendar; no row where it had none
--     in this type
-- grain: unit_id, step
-- params: period_kind varchar, period_start date, unit_types varchar[]
with recursive now_result as (
    select
        result.unit_id,
        result.unit_type,
        result.scheme_id,
        result.rank_in_type
    from stored_result as result
    where
        result.scenario_id = 0
        and result.superseded_by is null
        and result.period_kind = $period_kind
        and result.period_start = $period_start
        and (len($unit_types) = 0 or result.unit_type = any($unit_types))
),

has_january as (
    select bool_or(scheme.has_january_period) as has_january_period
    from now_result
    inner join scheme on now_result.scheme_id = scheme.scheme_id
),

-- step 11 is the period itself, 0 the eleventh before it
period as (
    select
        11 as step,
        $period_start::date as period_start
    union all
    select
        period.step - 1 as step,
        previous_period($period_kind, period.period_start, has_january.has_january_period) as period_start
    from period
    cross join has_january
    where period.step > 0
)

select
    now_result.unit_type,
    now_result.unit_id,
    unit.name as unit,
    coalesce(unit.name_en, unit.name) as unit_en,
    period.step,
    period.period_start,
    earlier.rank_in_type,
    earlier.unit_count,
    earlier.tied_count,
    earlier.score
from now_result
inner join unit on now_result.unit_id = unit.unit_id
cross join period
inner join stored_result as earlier
    on
        earlier.scenario_id = 0
        and earlier.superseded_by is null
        and earlier.period_kind = $period_kind
        and period.period_start = earlier.period_start
        and now_result.unit_id = earlier.unit_id
        and now_result.unit_type = earlier.unit_type
where earlier.rank_in_type is not null
order by now_result.unit_type, now_result.rank_in_type nulls last, unit.sort_order, now_result.unit_id, period.step
