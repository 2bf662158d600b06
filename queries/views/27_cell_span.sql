-- purpose: each cell over a span up to its month: the month alone, its quarter or its assessment year so far
--     Completion and cases on a cumulative basis: what came in during the span, X less X at its start (the year's first
--     period: X itself; a unit that joined inside the span: from nothing), against the same part of the plan at this
--     month's target. A falling cumulative gives a negative span. Monthly values, and those of a point in time within a
--     quarter: the mean of the span's months with a value, only if this month has one. Everything else is to date and
--     is not cut: a rate or progress since January, a vote, milestones, a point's latest value over the year; a carried
--     value shows only in the spans that hold the month it comes from. share is the scored one where the span is not
--     cut, the mean where it is a mean, else null. Unknown starts give no value, never a guess.
-- grain: scenario_id, month, unit_id, indicator_id, span
with span_cell as (
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
),

span_mean as (
    select
        span_cell.scenario_id,
        span_cell.month,
        span_cell.unit_id,
        span_cell.indicator_id,
        span_cell.span,
        ratio(sum(past_cell.value)::double, count(*)) as value,
        ratio(sum(past_cell.share)::double, count(*)) as share
    from span_cell
    inner join current_cell as past_cell
        on
            span_cell.scenario_id = past_cell.scenario_id
            and span_cell.year_start = past_cell.year_start
            and span_cell.unit_id = past_cell.unit_id
            and span_cell.indicator_id = past_cell.indicator_id
            and span_cell.month >= past_cell.month
            and span_cell.span_start <= past_cell.month
    where
        span_cell.span_kind = 'mean'
        and span_cell.has_value
        and past_cell.value is not null
        and past_cell.state in ('VALUE', 'ZERO', 'REJECTED')
    group by span_cell.scenario_id, span_cell.month, span_cell.unit_id, span_cell.indicator_id, span_cell.span
),

spanned as (
    select
        span_cell.* exclude (value, goal_value, measure, share, is_on_plan, lag, light),
        span_cell.as_of_month >= span_cell.span_start as is_inside,
        case
            when not is_inside then null
            when span_cell.span_kind = 'mean' then span_mean.value
            when span_cell.span_kind = 'to_date' or span_cell.is_from_nothing then span_cell.value
            when before_cell.state in ('VALUE', 'ZERO', 'REJECTED') then span_cell.value - before_cell.value::double
        end as value,
        case
            when not is_inside then null
            when span_cell.span_kind <> 'part' or span_cell.measure_function = 'deduct' then span_cell.goal_value
            when span_cell.is_from_nothing then span_cell.goal_value
            else span_cell.target_value * (span_cell.plan_share - before_cell.plan_share)
        end as goal_value,
        case
            when not is_inside then null
            when span_cell.span_kind = 'mean' then span_mean.share
            when span_cell.span_kind = 'to_date' then span_cell.share
        end as share,
        case when span_cell.span_kind = 'to_date' and is_inside then span_cell.measure end as whole_measure,
        case when span_cell.span_kind = 'to_date' and is_inside then span_cell.is_on_plan end as is_whole_on_plan,
        case when span_cell.span_kind = 'to_date' and is_inside then span_cell.lag end as lag,
        case when span_cell.span_kind = 'to_date' and is_inside then span_cell.light end as light
    from span_cell
    left join span_mean
        on
            span_cell.scenario_id = span_mean.scenario_id
            and span_cell.month = span_mean.month
            and span_cell.unit_id = span_mean.unit_id
            and span_cell.indicator_id = span_mean.indicator_id
            and span_cell.span = span_mean.span
    left join current_cell as before_cell
        on
            span_cell.scenario_id = before_cell.scenario_id
            and span_cell.before_month = before_cell.month
            and span_cell.unit_id = before_cell.unit_id
            and span_cell.indicator_id = before_cell.indicator_id
)

select
    spanned.scenario_id,
    spanned.month,
    spanned.unit_id,
    spanned.indicator_id,
    spanned.span,
    spanned.unit_type,
    spanned.scheme_id,
    spanned.module_id,
    spanned.measure_function,
    spanned.span_start,
    spanned.span_kind,
    spanned.state,
    spanned.is_late,
    spanned.is_carried,
    spanned.as_of_month,
    spanned.value,
    spanned.goal_value,
    case
        when spanned.span_kind = 'to_date' then spanned.whole_measure
        when spanned.measure_function = 'completion'
            then case when spanned.goal_value > 0 then ratio(spanned.value, spanned.goal_value) end
        when spanned.measure_function in ('growth_gap', 'standard_line', 'efficacy_fixed')
            then round((spanned.value - spanned.goal_value) * spanned.direction_sign, 6) + 0
        else spanned.value
    end as measure,
    case
        when spanned.span_kind = 'to_date' then spanned.is_whole_on_plan
        when spanned.measure_function = 'completion' then round_score(100 * measure) >= 100
        when spanned.measure_function in ('growth_gap', 'standard_line', 'efficacy_fixed') then measure >= 0
        when spanned.measure_function = 'deduct' then measure <= 0
    end as is_on_plan,
    spanned.share,
    spanned.lag,
    spanned.light,
    spanned.weight
from spanned
