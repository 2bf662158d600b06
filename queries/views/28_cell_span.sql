-- purpose: each cell over a span up to its month: the month alone, its quarter or its assessment year so far
--     Completion and cases on a cumulative basis: what came in during the span, X less X at its start (the year's first
--     period: X itself; a unit that joined inside the span: from nothing), against the same part of the plan at this
--     month's target. A falling cumulative gives a negative span. Monthly values, and those of a point in time within a
--     quarter: the mean of the span's months with a value, only if this month has one. Everything else is to date and
--     is not cut: a rate or progress since January, a vote, milestones, a point's latest value over the year; a carried
--     value shows only in the spans that hold the month it comes from. Unknown starts
--     give no value, never a guess. colour_share, what a picture is coloured by: the scored share, or the mean of the
--     months' shares; of a part of the plan its rate between 0 and 1.1; of cases 1 for none, else 0.
-- grain: scenario_id, month, unit_id, indicator_id, span
with own_span as (
    select *
    from span_cell
),

span_mean as (
    select
        own_span.scenario_id,
        own_span.month,
        own_span.unit_id,
        own_span.indicator_id,
        own_span.span,
        ratio(sum(past_cell.value)::double, count(*)) as value,
        ratio(sum(past_cell.share)::double, count(*)) as share
    from own_span
    inner join current_cell as past_cell
        on
            own_span.scenario_id = past_cell.scenario_id
            and own_span.year_start = past_cell.year_start
            and own_span.unit_id = past_cell.unit_id
            and own_span.indicator_id = past_cell.indicator_id
            and own_span.month >= past_cell.month
            and own_span.span_start <= past_cell.month
    where
        own_span.span_kind = 'mean'
        and own_span.has_value
        and past_cell.value is not null
        and past_cell.state in ('VALUE', 'ZERO', 'REJECTED')
    group by own_span.scenario_id, own_span.month, own_span.unit_id, own_span.indicator_id, own_span.span
),

spanned as (
    select
        own_span.* exclude (value, goal_value, measure, share, is_on_plan, lag, light),
        own_span.as_of_month >= own_span.span_start as is_inside,
        case
            when not is_inside then null
            when own_span.span_kind = 'mean' then span_mean.value
            when own_span.span_kind = 'to_date' or own_span.is_from_nothing then own_span.value
            when before_cell.state in ('VALUE', 'ZERO', 'REJECTED') then own_span.value - before_cell.value::double
        end as value,
        case
            when not is_inside then null
            when own_span.span_kind <> 'part' or own_span.measure_function = 'deduct' then own_span.goal_value
            when own_span.is_from_nothing then own_span.goal_value
            else own_span.target_value * (own_span.plan_share - before_cell.plan_share)
        end as goal_value,
        case
            when not is_inside then null
            when own_span.span_kind = 'mean' then span_mean.share
            when own_span.span_kind = 'to_date' then own_span.share
        end as share,
        case when own_span.span_kind = 'to_date' and is_inside then own_span.measure end as whole_measure,
        case when own_span.span_kind = 'to_date' and is_inside then own_span.is_on_plan end as is_whole_on_plan,
        case when own_span.span_kind = 'to_date' and is_inside then own_span.lag end as lag,
        case when own_span.span_kind = 'to_date' and is_inside then own_span.light end as light
    from own_span
    left join span_mean
        on
            own_span.scenario_id = span_mean.scenario_id
            and own_span.month = span_mean.month
            and own_span.unit_id = span_mean.unit_id
            and own_span.indicator_id = span_mean.indicator_id
            and own_span.span = span_mean.span
    left join current_cell as before_cell
        on
            own_span.scenario_id = before_cell.scenario_id
            and own_span.before_month = before_cell.month
            and own_span.unit_id = before_cell.unit_id
            and own_span.indicator_id = before_cell.indicator_id
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
    case
        when measure is null then null
        when spanned.share is not null then spanned.share::double
        when spanned.measure_function = 'completion' then greatest(0, least(1.1, measure))
        else (measure <= 0)::integer
    end as colour_share,
    spanned.lag,
    spanned.light,
    spanned.weight
from spanned
