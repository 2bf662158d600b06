-- purpose: where each indicator of a type is heading by the end of the year (domain.md section 8, 预判)
--     Over the units with a forecast: those whose value is missing, not due or not applicable are no number here.
--     at_risk_count: at_risk or missed, the outlooks under the target. Sums only where units add up, as in
--     type_completion. light: that of the median lag. weak units: the three with the lowest forecast rate.
-- grain: scenario_id, month, unit_type, indicator_id
with type_indicator as (
    select
        cell_forecast.scenario_id,
        cell_forecast.month,
        cell_forecast.unit_type,
        cell_forecast.indicator_id,
        any_value(cell_forecast.scheme_id) as scheme_id,
        any_value(cell_forecast.year_start) as year_start,
        any_value(cell_forecast.module_id) as module_id,
        max(cell_forecast.weight) as weight,
        max(cell_forecast.as_of_month) as as_of_month,
        count(*) as unit_count,
        count(*) filter (where cell_forecast.is_from_last_year) as last_year_count,
        count(*) filter (where cell_forecast.outlook in ('at_risk', 'missed')) as at_risk_count,
        count(*) filter (where cell_forecast.outlook = 'missed') as missed_count,
        median(cell_forecast.annual_rate) as median_annual_rate,
        median(cell_forecast.forecast_rate) as median_forecast_rate,
        median(cell_forecast.band_rate) as median_band_rate,
        round_score(100 * (1 - median_forecast_rate)) as median_forecast_lag,
        sum(cell_forecast.value::decimal(38, 6)) as value_sum,
        sum(cell_forecast.target_value::decimal(38, 6)) as target_sum,
        sum(cell_forecast.forecast_value::decimal(38, 6)) as forecast_sum,
        sum(cell_forecast.pace::decimal(38, 6)) as pace_sum,
        sum(cell_forecast.needed_per_month::decimal(38, 6)) as needed_per_month_sum,
        min(
            struct_pack(
                lead := -cell_forecast.forecast_lag,
                sort_order := unit.sort_order,
                unit_id := unit.unit_id,
                name := unit.name,
                name_en := coalesce(unit.name_en, unit.name)
            ),
            3
        ) as weak_unit
    from cell_forecast
    inner join unit on cell_forecast.unit_id = unit.unit_id
    group by cell_forecast.scenario_id, cell_forecast.month, cell_forecast.unit_type, cell_forecast.indicator_id
),

addable as (
    select
        indicator.indicator_id,
        adds_up(indicator.basis, indicator.value_kind) as has_sum
    from indicator
)

select
    type_indicator.scenario_id,
    type_indicator.month,
    type_indicator.unit_type,
    type_indicator.indicator_id,
    type_indicator.scheme_id,
    type_indicator.year_start,
    type_indicator.module_id,
    type_indicator.weight,
    type_indicator.as_of_month,
    type_indicator.unit_count,
    type_indicator.last_year_count,
    type_indicator.at_risk_count,
    type_indicator.missed_count,
    type_indicator.median_annual_rate,
    type_indicator.median_forecast_rate,
    type_indicator.median_band_rate,
    type_indicator.median_forecast_lag,
    light(
        type_indicator.median_forecast_lag,
        1,
        type_indicator.median_forecast_rate,
        scheme.yellow_lag,
        scheme.red_lag,
        scheme.red_before_share
    ) as light,
    case when addable.has_sum then type_indicator.value_sum end as value_sum,
    case when addable.has_sum then type_indicator.target_sum end as target_sum,
    case when addable.has_sum then type_indicator.forecast_sum end as forecast_sum,
    case when addable.has_sum then type_indicator.pace_sum end as pace_sum,
    case when addable.has_sum then type_indicator.needed_per_month_sum end as needed_per_month_sum,
    list_transform(type_indicator.weak_unit, lambda one: one.unit_id) as weak_unit_ids,
    list_transform(type_indicator.weak_unit, lambda one: one.name) as weak_units,
    list_transform(type_indicator.weak_unit, lambda one: one.name_en) as weak_units_en
from type_indicator
inner join addable on type_indicator.indicator_id = addable.indicator_id
inner join scheme on type_indicator.scheme_id = scheme.scheme_id
