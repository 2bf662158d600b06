-- purpose: each cell as it is shown: how far against its plan, target or line (domain.md section 5, Completion as shown)
--     Where completion is inside the rule: X/T, X/(T x P), the lag in points of the annual target and its light,
--     rates in percent and lags compared at 2 decimals. Elsewhere the measure of its function (of a composite: of its
--     first part): points to the target rate or the line and distance to the good value, positive where it is met;
--     the value of a relative function; cases; the mark of a vote; the part of the milestones due that was done on time
--     (or late with full credit).
--     A carried cell is measured against the plan of the month it comes from, never against this month's.
--     is_on_plan: the plan or the goal is reached, no case, every milestone; null without a measure and where
--     no goal is set: votes, relative functions, a county's own functions.
-- grain: scenario_id, month, unit_id, indicator_id
with term as (
    select
        shown_cell.* exclude (terms),
        case indicator.direction when 'higher' then 1 else -1 end as direction_sign,
        scheme.yellow_lag,
        scheme.red_lag,
        scheme.red_before_share,
        case
            when shown_cell.measure_function <> 'completion' then
                from_json(
                    coalesce(shown_cell.terms ->> 'first_terms', shown_cell.terms),
                    '{"gap_pp": "DOUBLE", "line_value": "DOUBLE", "shortfall": "DOUBLE", "good_limit": "DOUBLE",
                      "due_count": "INTEGER", "on_time_count": "INTEGER"}'
                )
        end as own_term,
        case
            when shown_cell.has_value and shown_cell.measure_function = 'graded'
                then coalesce((shown_cell.terms ->> 'first_share')::double, shown_cell.share::double)
        end as mark
    from shown_cell
    inner join indicator on shown_cell.indicator_id = indicator.indicator_id
    inner join scheme on shown_cell.scheme_id = scheme.scheme_id
),

measured as (
    select
        term.*,
        case
            when term.measure_function = 'completion' then ratio(term.value, term.target_value)
        end as annual_rate,
        case
            when term.measure_function = 'completion' then ratio(term.value, term.target_value * term.plan_share)
        end as plan_rate,
        case term.measure_function
            when 'completion' then term.target_value * term.plan_share
            when 'growth_gap' then term.target_value
            when 'standard_line' then term.own_term.line_value
            when 'efficacy_fixed' then term.own_term.good_limit
            when 'deduct' then 0
            when 'milestone' then 1
        end as goal_value,
        case term.measure_function
            when 'completion' then plan_rate
            when 'growth_gap' then term.own_term.gap_pp + 0
            when 'standard_line' then 0 - term.own_term.shortfall
            when 'efficacy_fixed' then (term.value - term.own_term.good_limit) * term.direction_sign + 0
            when 'milestone' then ratio(term.own_term.on_time_count::double, term.own_term.due_count)
            when 'graded' then term.mark
            else term.value
        end as measure,
        round_score(100 * (term.plan_share - annual_rate)) as lag
    from term
)

select
    measured.scenario_id,
    measured.month,
    measured.unit_id,
    measured.indicator_id,
    measured.unit_type,
    measured.scheme_id,
    measured.year_start,
    measured.module_id,
    measured.basis,
    measured.function_key,
    measured.measure_function,
    measured.state,
    measured.is_late,
    measured.is_awaited,
    measured.is_carried,
    measured.as_of_month,
    measured.has_value,
    measured.value,
    measured.target_value,
    measured.plan_share,
    measured.goal_value,
    measured.measure,
    measured.annual_rate,
    measured.plan_rate,
    case
        when measured.measure_function = 'completion' then round_score(100 * measured.plan_rate) >= 100
        when measured.measure_function in ('growth_gap', 'standard_line', 'efficacy_fixed')
            then round(measured.measure, 6) >= 0
        when measured.measure_function = 'deduct' then measured.measure <= 0
        when measured.measure_function = 'milestone' then measured.measure >= 1
    end as is_on_plan,
    measured.lag,
    light(
        measured.lag,
        measured.plan_share,
        measured.value,
        measured.yellow_lag,
        measured.red_lag,
        measured.red_before_share
    ) as light,
    measured.share,
    measured.weight,
    measured.points,
    measured.is_small_sample
from measured
