-- purpose: the score of a unit in a period, the same shape for month, quarter and year, so that rank, tier and shift
--     exist once for all three
-- grain: scenario_id, period_kind, period_start, unit_id
with period_score as (
    select
        'month' as period_kind,
        month_score.month as period_start,
        month_score.month as as_of_month,
        1 as month_count,
        month_score.* exclude (month, unit_type, scheme_id)
    from month_score
    union all by name
    select
        'quarter' as period_kind,
        quarter_score.*
    from quarter_score
    union all by name
    select
        'year' as period_kind,
        year_score.* exclude (year_end_base),
        year_score.year_end_base as quarter_end_base
    from year_score
),

period_veto as (
    select
        period_score.scenario_id,
        period_score.period_kind,
        period_score.period_start,
        period_score.unit_id,
        count(*)::integer as veto_count
    from period_score
    inner join veto
        on
            period_score.scenario_id = veto.scenario_id
            and period_score.unit_id = veto.unit_id
            and veto.month between period_score.period_start and period_score.as_of_month
    group by
        period_score.scenario_id,
        period_score.period_kind,
        period_score.period_start,
        period_score.unit_id
)

select
    period_score.scenario_id,
    period_score.period_kind,
    period_score.period_start,
    period_score.unit_id,
    period_score.as_of_month,
    active_month.year_start,
    active_unit.unit_type,
    active_unit.scheme_id,
    period_score.month_count,
    period_score.applicable_weight,
    period_score.due_weight,
    period_score.base,
    period_score.rank_bonus_points,
    period_score.bonus_points,
    period_score.penalty_points,
    period_score.score,
    period_score.quarter_end_base,
    period_score.trunk_score,
    period_score.largest_score,
    period_score.has_late,
    period_score.has_awaited,
    period_score.has_missing_target,
    period_score.has_small_sample,
    coalesce(period_veto.veto_count, 0) as veto_count,
    previous_period(period_score.period_kind, period_score.period_start, active_month.has_january_period)
        as previous_start,
    period_score.score is not null and case period_score.period_kind
        when 'month' then period_score.is_rankable
        when 'quarter' then period_score.month_count >= scheme.min_quarter_months
        when 'year' then period_score.month_count >= scheme.min_year_months
    end as is_ranked,
    case period_score.period_kind
        when 'month' then active_month.is_tiered
        when 'quarter' then active_month.is_quarter_tiered
        when 'year' then true
    end as is_tiered,
    case period_score.period_kind
        when 'month' then month_index(
            previous_period('month', period_score.period_start, active_month.has_january_period),
            month(active_month.year_start)
        ) >= active_month.first_tier_index
        when 'quarter' then month_index(
            months_before(period_score.period_start, 1),
            month(active_month.year_start)
        ) >= active_month.first_tier_index
        when 'year' then true
    end as is_previous_tiered,
    case period_score.period_kind
        when 'month' then false
        when 'quarter' then active_month.month_index % 3 <> 0
        when 'year' then active_month.month_index <> 12
    end as is_partial
from period_score
inner join active_month on period_score.as_of_month = active_month.month
inner join active_unit
    on
        period_score.as_of_month = active_unit.month
        and period_score.unit_id = active_unit.unit_id
inner join scheme on active_unit.scheme_id = scheme.scheme_id
left join period_veto
    on
        period_score.scenario_id = period_veto.scenario_id
        and period_score.period_kind = period_veto.period_kind
        and period_score.period_start = period_veto.period_start
        and period_score.unit_id = period_veto.unit_id
