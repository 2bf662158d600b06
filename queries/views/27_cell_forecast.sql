-- purpose: where each cell scored by completion is heading by the end of its assessment year (domain.md section 8, 预判)
--     X^12 = X / basis_share, which a unit's past gives (forecast_basis). A carried cell is forecast from the month it
--     comes from: its X, its place in the year, its band. T is the target in force this month, also for a carried cell:
--     it is what the year's end will be held against. Lag and light are those of section 5 with the whole year planned.
--     band_rate: the median error of the type's units at the same place of all earlier years that ended; null where none
--     did, and then none is allowed for. needed_per_month: what is missing over the months after X; null in the year's
--     last month. pace: X over the months so far (of a unit that joined inside the year: since then).
--     outlook, in percent of T at 2 decimals: reached (X is there), safe (so is the lower end of the band), likely (so
--     is X^12), at_risk (only the upper end is), missed. No row without a value or a target.
-- grain: scenario_id, month, unit_id, indicator_id
with known_basis as materialized (
    select *
    from forecast_basis
),

basis_month as (
    select distinct
        known_basis.month,
        known_basis.month_index,
        known_basis.year_start
    from known_basis
),

band as (
    select
        past.scenario_id,
        basis_month.month,
        past.unit_type,
        past.indicator_id,
        median(past.error_rate) as band_rate
    from basis_month
    inner join known_basis as past
        on
            basis_month.month_index = past.month_index
            and basis_month.year_start > past.year_start
    where past.error_rate is not null
    group by past.scenario_id, basis_month.month, past.unit_type, past.indicator_id
),

forecast as (
    select
        shown_cell.* exclude (target_value),
        shown_cell.month_target_value as target_value,
        shown_cell.value / shown_cell.month_target_value as annual_rate,
        known_basis.month_index,
        known_basis.month_count,
        known_basis.basis_share,
        known_basis.is_from_last_year,
        shown_cell.value / known_basis.basis_share as forecast_value,
        forecast_value / shown_cell.month_target_value as forecast_rate,
        band.band_rate,
        coalesce(band.band_rate, 0) as allowed_rate
    from shown_cell
    inner join known_basis
        on
            shown_cell.scenario_id = known_basis.scenario_id
            and shown_cell.as_of_month = known_basis.month
            and shown_cell.unit_id = known_basis.unit_id
            and shown_cell.indicator_id = known_basis.indicator_id
    left join band
        on
            shown_cell.scenario_id = band.scenario_id
            and shown_cell.as_of_month = band.month
            and shown_cell.unit_type = band.unit_type
            and shown_cell.indicator_id = band.indicator_id
    where shown_cell.measure_function = 'completion' and shown_cell.has_value and shown_cell.month_target_value > 0
)

select
    forecast.scenario_id,
    forecast.month,
    forecast.unit_id,
    forecast.indicator_id,
    forecast.unit_type,
    forecast.scheme_id,
    forecast.year_start,
    forecast.module_id,
    forecast.state,
    forecast.is_carried,
    forecast.as_of_month,
    forecast.weight,
    forecast.value,
    forecast.target_value,
    forecast.annual_rate,
    forecast.basis_share,
    forecast.is_from_last_year,
    forecast.forecast_value,
    forecast.forecast_rate,
    round_score(100 * (1 - forecast.forecast_rate)) as forecast_lag,
    light(
        forecast_lag, 1, forecast.forecast_value, scheme.yellow_lag, scheme.red_lag, scheme.red_before_share
    ) as forecast_light,
    forecast.band_rate,
    forecast.forecast_value - abs(forecast.forecast_value) * forecast.band_rate as forecast_low,
    forecast.forecast_value + abs(forecast.forecast_value) * forecast.band_rate as forecast_high,
    case
        when round_score(100 * forecast.annual_rate) >= 100 then 'reached'
        when round_score(100 * forecast.forecast_rate * (1 - forecast.allowed_rate)) >= 100 then 'safe'
        when round_score(100 * forecast.forecast_rate) >= 100 then 'likely'
        when round_score(100 * forecast.forecast_rate * (1 + forecast.allowed_rate)) >= 100 then 'at_risk'
        else 'missed'
    end as outlook,
    forecast.value / forecast.month_count as pace,
    case
        when month_index(forecast.month, month(forecast.year_start)) < 12
            then greatest(0, forecast.target_value - forecast.value) / (12 - forecast.month_index)
    end as needed_per_month
from forecast
inner join scheme on forecast.scheme_id = scheme.scheme_id
