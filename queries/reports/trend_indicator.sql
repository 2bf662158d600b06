-- purpose: an indicator by month, up to a month: the median of a type's units, or one unit's own values (unit_id not
--     empty), beside the month before and the same month of last year by the calendar; for cumulative amounts and counts
--     also the month's own growth. A percent change needs a positive base; growth compares over equal spans only
-- grain: period_start
-- params: indicator_id varchar, unit_type varchar, unit_id varchar, last_month date
with unit_month as (
    select cell_month.*
    from cell_month
    where
        cell_month.scenario_id = 0
        and cell_month.indicator_id = $indicator_id
        and case when $unit_id = '' then cell_month.unit_type = $unit_type else cell_month.unit_id = $unit_id end
),

followed as (
    select
        unit_month.month as period_start,
        any_value(unit_month.year_start) as year_start,
        any_value(unit_month.previous_start) as previous_start,
        any_value(unit_month.month_span)::integer as month_span,
        case when $unit_id <> '' then any_value(unit_month.state) end as state,
        count(*) filter (where unit_month.state <> 'NA_BY_RULE')::integer as assigned_count,
        count(unit_month.measure)::integer as value_count,
        quantile_cont(unit_month.measure::double, 0.25)::decimal(18, 6) as lower_quartile,
        quantile_cont(unit_month.measure::double, 0.5)::decimal(18, 6) as measure,
        quantile_cont(unit_month.measure::double, 0.75)::decimal(18, 6) as upper_quartile,
        quantile_cont(unit_month.increment::double, 0.5)::decimal(18, 6) as increment,
        case when $unit_id <> '' then any_value(unit_month.target_value) end as target_value,
        case when $unit_id <> '' then any_value(unit_month.planned_value) end as planned_value
    from unit_month
    group by unit_month.month
)

select
    followed.period_start,
    followed.year_start,
    (datediff('month', followed.year_start, followed.period_start) + 1)::integer as month_index,
    followed.month_span,
    followed.state,
    followed.assigned_count,
    followed.value_count,
    followed.lower_quartile,
    followed.measure,
    followed.upper_quartile,
    followed.increment,
    followed.target_value,
    followed.planned_value,
    followed.previous_start,
    followed.previous_start < followed.year_start as is_pop_over_year,
    previous.measure as previous_measure,
    followed.measure - previous.measure as pop_change,
    case when previous.measure > 0 then ((followed.measure - previous.measure) / previous.measure)::double end as pop_rate,
    previous.increment as previous_increment,
    coalesce(previous.month_span <> followed.month_span, false) as is_pop_span_unequal,
    case when previous.month_span = followed.month_span then followed.increment - previous.increment end
        as increment_pop_change,
    case
        when previous.month_span = followed.month_span and previous.increment > 0
            then ((followed.increment - previous.increment) / previous.increment)::double
    end as increment_pop_rate,
    last_year.period_start as last_year_start,
    last_year.measure as last_year_measure,
    followed.measure - last_year.measure as yoy_change,
    case when last_year.measure > 0 then ((followed.measure - last_year.measure) / last_year.measure)::double end
        as yoy_rate,
    last_year.increment as last_year_increment,
    case when last_year.month_span = followed.month_span then followed.increment - last_year.increment end
        as increment_yoy_change,
    case
        when last_year.month_span = followed.month_span and last_year.increment > 0
            then ((followed.increment - last_year.increment) / last_year.increment)::double
    end as increment_yoy_rate
from followed
left join followed as previous on followed.previous_start = previous.period_start
left join followed as last_year on months_before(followed.period_start, 12) = last_year.period_start
where followed.period_start <= $last_month
order by followed.period_start
