-- purpose: each type's median score and middle half over the months and quarters up to a month, beside the period
--     before and the same period of last year by the calendar
-- grain: unit_type, period_kind, period_start
-- params: unit_types varchar[], last_month date
with type_period as (
    select type_median.*
    from type_median
    where type_median.scenario_id = 0 and type_median.period_kind in ('month', 'quarter')
)

select
    type_period.unit_type,
    unit_type.name as type_name,
    coalesce(unit_type.name_en, unit_type.name) as type_name_en,
    type_period.period_kind,
    type_period.period_start,
    type_period.as_of_month,
    type_period.year_start,
    type_period.is_provisional,
    type_period.is_partial,
    type_period.ranked_count,
    type_period.lower_quartile,
    type_period.median_score,
    type_period.upper_quartile,
    type_period.previous_start,
    previous.median_score as previous_score,
    type_period.median_score - previous.median_score as pop_change,
    type_period.previous_start < type_period.year_start as is_pop_over_year,
    coalesce(previous.scheme_id <> type_period.scheme_id, false) as is_pop_over_scheme,
    last_year.period_start as last_year_start,
    last_year.median_score as last_year_score,
    type_period.median_score - last_year.median_score as yoy_change,
    coalesce(last_year.scheme_id <> type_period.scheme_id, false) as is_yoy_over_scheme
from type_period
inner join unit_type on type_period.unit_type = unit_type.unit_type
left join type_period as previous
    on
        type_period.unit_type = previous.unit_type
        and type_period.period_kind = previous.period_kind
        and type_period.previous_start = previous.period_start
left join type_period as last_year
    on
        type_period.unit_type = last_year.unit_type
        and type_period.period_kind = last_year.period_kind
        and months_before(type_period.period_start, 12) = last_year.period_start
where
    type_period.as_of_month <= $last_month
    and (len($unit_types) = 0 or type_period.unit_type = any($unit_types))
order by unit_type.sort_order, type_period.unit_type, type_period.period_kind, type_period.period_start
