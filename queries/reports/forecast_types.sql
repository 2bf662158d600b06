-- purpose: where each indicator of each type is heading by the end of the year, the largest part of units under the
--     target first, then the lowest median
-- grain: unit_type, indicator_id
-- params: month date, unit_types varchar[]
select
    type_forecast.unit_type,
    unit_type.name as type_name,
    coalesce(unit_type.name_en, unit_type.name) as type_name_en,
    type_forecast.indicator_id,
    indicator.name as indicator,
    coalesce(indicator.name_en, indicator.name) as indicator_en,
    indicator.measure_unit,
    type_forecast.month,
    type_forecast.as_of_month,
    type_forecast.weight::double as weight,
    type_forecast.unit_count::integer as unit_count,
    type_forecast.last_year_count::integer as last_year_count,
    type_forecast.at_risk_count::integer as at_risk_count,
    type_forecast.missed_count::integer as missed_count,
    type_forecast.median_annual_rate,
    type_forecast.median_forecast_rate,
    type_forecast.median_band_rate,
    type_forecast.median_forecast_lag::double as median_forecast_lag,
    type_forecast.light,
    type_forecast.value_sum::double as value_sum,
    type_forecast.target_sum::double as target_sum,
    type_forecast.forecast_sum::double as forecast_sum,
    type_forecast.pace_sum::double as pace_sum,
    type_forecast.needed_per_month_sum::double as needed_per_month_sum,
    type_forecast.weak_unit_ids,
    type_forecast.weak_units,
    type_forecast.weak_units_en
from type_forecast
inner join unit_type on type_forecast.unit_type = unit_type.unit_type
inner join indicator on type_forecast.indicator_id = indicator.indicator_id
where
    type_forecast.scenario_id = 0
    and type_forecast.month = $month
    and (len($unit_types) = 0 or type_forecast.unit_type = any($unit_types))
order by
    ratio(type_forecast.at_risk_count, type_forecast.unit_count) desc,
    type_forecast.median_forecast_lag desc,
    type_forecast.weight desc,
    unit_type.sort_order,
    type_forecast.unit_type,
    type_forecast.indicator_id
