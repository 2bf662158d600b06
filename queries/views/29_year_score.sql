-- purpose: 年汇总: alpha x mean base of the tiered months + (1 - alpha) x year-end base + bonus - deductions
-- grain: scenario_id, period_start, unit_id
with assessment_year as (
    select
        active_month.year_start,
        max(active_month.month) as as_of_month
    from active_month
    group by active_month.year_start
),

months_sum as (
    select
        stored_month.scenario_id,
        assessment_year.year_start,
        assessment_year.as_of_month,
        stored_month.unit_id,
        count(stored_month.base)::integer as month_count,
        (sum(stored_month.base) filter (where active_month.is_tiered))::double
        / nullif(count(stored_month.base) filter (where active_month.is_tiered), 0) as mean_base,
        sum(stored_month.rank_bonus_points) as rank_bonus_points,
        sum(stored_month.penalty_points) as penalty_points,
        bool_or(stored_month.has_late) filter (where stored_month.month = assessment_year.as_of_month) as has_late,
        bool_or(stored_month.has_awaited) filter (
            where stored_month.month = assessment_year.as_of_month
        ) as has_awaited,
        bool_or(stored_month.has_missing_target) filter (
            where stored_month.month = assessment_year.as_of_month
        ) as has_missing_target,
        bool_or(stored_month.has_small_sample) as has_small_sample
    from stored_month
    inner join active_month on stored_month.month = active_month.month
    inner join assessment_year on active_month.year_start = assessment_year.year_start
    group by
        stored_month.scenario_id,
        assessment_year.year_start,
        assessment_year.as_of_month,
        stored_month.unit_id
),

pointed as (
    select
        months_sum.*,
        active_unit.scheme_id,
        year_base.base as year_end_base,
        year_base.applicable_weight,
        year_base.trunk_score,
        year_base.largest_score,
        scheme.alpha,
        least(
            scheme.bonus_cap,
            coalesce(year_bonus.event_bonus_points, 0) + months_sum.rank_bonus_points
        )::decimal(38, 12) as bonus_points
    from months_sum
    inner join active_unit
        on
            months_sum.as_of_month = active_unit.month
            and months_sum.unit_id = active_unit.unit_id
    inner join scheme on active_unit.scheme_id = scheme.scheme_id
    left join year_base
        on
            months_sum.scenario_id = year_base.scenario_id
            and months_sum.as_of_month = year_base.month
            and months_sum.unit_id = year_base.unit_id
    left join year_bonus
        on
            months_sum.scenario_id = year_bonus.scenario_id
            and months_sum.as_of_month = year_bonus.month
            and months_sum.unit_id = year_bonus.unit_id
)

select
    pointed.scenario_id,
    pointed.year_start as period_start,
    pointed.as_of_month,
    pointed.unit_id,
    pointed.month_count,
    pointed.applicable_weight,
    (pointed.alpha::double * pointed.mean_base + (1 - pointed.alpha::double) * pointed.year_end_base::double)
    ::decimal(38, 10) as base,
    pointed.rank_bonus_points::decimal(38, 12) as rank_bonus_points,
    pointed.bonus_points,
    pointed.penalty_points::decimal(38, 12) as penalty_points,
    case
        when pointed.mean_base is not null and pointed.year_end_base is not null
            then round_score(greatest(
                0,
                pointed.alpha::double * pointed.mean_base
                + (1 - pointed.alpha::double) * pointed.year_end_base::double
                + pointed.bonus_points::double - pointed.penalty_points::double
            ))
    end as score,
    pointed.year_end_base,
    pointed.trunk_score,
    pointed.largest_score,
    coalesce(pointed.has_late, false) as has_late,
    coalesce(pointed.has_awaited, false) as has_awaited,
    coalesce(pointed.has_missing_target, false) as has_missing_target,
    pointed.has_small_sample
from pointed
