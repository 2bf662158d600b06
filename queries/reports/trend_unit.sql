-- purpose: the scores of a type's units over the months and quarters up to a month, beside the period before and the
--     same period of last year by the calendar; nothing is compared with a period spent in another type
-- grain: unit_id, period_kind, period_start
-- params: unit_type varchar, last_month date
with unit_period as (
    select
        stored_result.unit_id,
        stored_result.unit_type,
        stored_result.period_kind,
        stored_result.period_start,
        stored_result.as_of_month,
        stored_result.previous_start,
        stored_result.year_start,
        stored_result.scheme_id,
        stored_result.score,
        stored_result.is_ranked,
        stored_result.rank_in_type,
        stored_result.unit_count,
        stored_result.is_provisional,
        stored_result.is_partial
    from stored_result
    where
        stored_result.scenario_id = 0
        and stored_result.superseded_by is null
        and stored_result.period_kind in ('month', 'quarter')
)

select
    unit_period.unit_id,
    unit.name as unit,
    coalesce(unit.name_en, unit.name) as unit_en,
    unit_period.unit_type,
    unit_period.period_kind,
    unit_period.period_start,
    unit_period.as_of_month,
    unit_period.year_start,
    unit_period.score,
    unit_period.is_ranked,
    unit_period.rank_in_type,
    unit_period.unit_count,
    unit_period.is_provisional,
    unit_period.is_partial,
    type_median.median_score,
    unit_period.score - type_median.median_score as median_gap,
    unit_period.previous_start,
    previous.score as previous_score,
    case when previous.unit_type = unit_period.unit_type then unit_period.score - previous.score end as pop_change,
    unit_period.previous_start < unit_period.year_start as is_pop_over_year,
    coalesce(previous.scheme_id <> unit_period.scheme_id, false) as is_pop_over_scheme,
    coalesce(previous.unit_type <> unit_period.unit_type, false) as is_pop_over_type,
    last_year.period_start as last_year_start,
    last_year.score as last_year_score,
    case when last_year.unit_type = unit_period.unit_type then unit_period.score - last_year.score end as yoy_change,
    coalesce(last_year.scheme_id <> unit_period.scheme_id, false) as is_yoy_over_scheme,
    coalesce(last_year.unit_type <> unit_period.unit_type, false) as is_yoy_over_type
from unit_period
inner join unit on unit_period.unit_id = unit.unit_id
left join type_median
    on
        type_median.scenario_id = 0
        and unit_period.period_kind = type_median.period_kind
        and unit_period.period_start = type_median.period_start
        and unit_period.unit_type = type_median.unit_type
left join unit_period as previous
    on
        unit_period.unit_id = previous.unit_id
        and unit_period.period_kind = previous.period_kind
        and unit_period.previous_start = previous.period_start
left join unit_period as last_year
    on
        unit_period.unit_id = last_year.unit_id
        and unit_period.period_kind = last_year.period_kind
        and months_before(unit_period.period_start, 12) = last_year.period_start
where unit_period.unit_type = $unit_type and unit_period.as_of_month <= $last_month
order by unit.sort_order, unit_period.unit_id, unit_period.period_kind, unit_period.period_start
