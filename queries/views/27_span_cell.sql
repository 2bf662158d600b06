-- purpose: each cell beside the spans that end with its month: where each begins, the month before it, and how it is cut:
--     part (completion and cases on a cumulative basis), mean (monthly values, points in time within a quarter) or
--     to_date (everything else). is_from_nothing: the span begins with the assessment year, or the unit joined inside it
-- grain: scenario_id, month, unit_id, indicator_id, span
select
    cell_completion.*,
    span.span,
    span.span_start,
    case
        when
            span.span <> 'year' and cell_completion.basis = 'cumulative'
            and cell_completion.measure_function in ('completion', 'deduct')
            then 'part'
        when cell_completion.measure_function in ('graded', 'milestone') then 'to_date'
        when span.span <> 'month' and cell_completion.basis = 'monthly' then 'mean'
        when span.span = 'quarter' and cell_completion.basis = 'point' then 'mean'
        else 'to_date'
    end as span_kind,
    previous_period('month', span.span_start, active_month.has_january_period) as before_month,
    before_month < cell_completion.year_start or active_unit.joined_on > last_day(before_month) as is_from_nothing,
    case indicator.direction when 'higher' then 1 else -1 end as direction_sign
from cell_completion
inner join indicator on cell_completion.indicator_id = indicator.indicator_id
inner join active_month on cell_completion.month = active_month.month
inner join active_unit
    on
        cell_completion.month = active_unit.month
        and cell_completion.unit_id = active_unit.unit_id
cross join lateral (
    values
    ('month', cell_completion.month),
    ('quarter', active_month.quarter_start),
    ('year', active_month.year_start)
) as span (span, span_start)
