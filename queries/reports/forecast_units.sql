-- purpose: where the units of a type are heading in one indicator by the end of the year, the lowest forecast first
-- grain: unit_id
-- params: month date, unit_type varchar, indicator_id varchar
select
    cell_forecast.unit_id,
    unit.name as unit,
    coalesce(unit.name_en, unit.name) as unit_en,
    cell_forecast.state,
    cell_forecast.is_carried,
    cell_forecast.as_of_month,
    cell_forecast.weight::double as weight,
    cell_forecast.value,
    cell_forecast.target_value,
    cell_forecast.annual_rate,
    cell_forecast.basis_share,
    cell_forecast.is_from_last_year,
    cell_forecast.forecast_value,
    cell_forecast.forecast_rate,
    cell_forecast.forecast_lag::double as forecast_lag,
    cell_forecast.forecast_light,
    cell_forecast.band_rate,
    cell_forecast.forecast_low,
    cell_forecast.forecast_high,
    cell_forecast.outlook,
    cell_forecast.pace,
    cell_forecast.needed_per_month
from cell_forecast
inner join unit on cell_forecast.unit_id = unit.unit_id
where
    cell_forecast.scenario_id = 0
    and cell_forecast.month = $month
    and cell_forecast.unit_type = $unit_type
    and cell_forecast.indicator_id = $indicator_id
order by
    cell_forecast.forecast_lag desc,
    unit.sort_order,
    cell_forecast.unit_id
