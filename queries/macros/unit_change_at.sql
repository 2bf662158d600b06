-- purpose: each unit's result beside that of the period before by the calendar, as they stood at a revision, and the
--     units that left since (their results null); a tier shift needs a tier on both sides in the same type (domain.md section 5, Changes)
create or replace macro unit_change_at(at_revision) as table
    with now_result as (
        from result_at(at_revision)
    ),

    previous_result as (
        from result_at(at_revision)
    ),

    period as (
        select
            now_result.period_kind,
            now_result.period_start,
            bool_or(now_result.is_tiered) as is_tiered,
            min(now_result.period_start) filter (where bool_or(now_result.is_tiered)) over (
                partition by now_result.period_kind
            ) as first_tiered_start,
            any_value(now_result.previous_start) as previous_start
        from now_result
        group by now_result.period_kind, now_result.period_start
    )

    select
        now_result.* exclude (scenario_id, revision_id, superseded_by),
        previous_result.unit_type as previous_type,
        previous_result.score as previous_score,
        previous_result.rank_in_type as previous_rank,
        previous_result.tier as previous_tier,
        previous_result.decided_tier as previous_decided_tier,
        now_result.previous_start < now_result.year_start as is_over_year,
        case
            when previous_result.unit_type = now_result.unit_type
                then previous_result.rank_in_type - now_result.rank_in_type
        end as rank_change,
        case
            when previous_result.unit_type = now_result.unit_type
                then now_result.score - previous_result.score
        end as score_change,
        tier_shift(
            now_result.tier_order,
            previous_result.tier_order,
            now_result.period_start = period.first_tiered_start or not now_result.is_previous_tiered,
            previous_result.unit_id is not null,
            previous_period.period_start is not null,
            previous_result.unit_type = now_result.unit_type
        ) as tier_shift
    from now_result
    left join previous_result
        on
            now_result.period_kind = previous_result.period_kind
            and now_result.previous_start = previous_result.period_start
            and now_result.unit_id = previous_result.unit_id
    inner join period
        on
            now_result.period_kind = period.period_kind
            and now_result.period_start = period.period_start
    left join period as previous_period
        on
            now_result.period_kind = previous_period.period_kind
            and now_result.previous_start = previous_period.period_start

    union all by name

    select
        period.period_kind,
        period.period_start,
        previous_result.unit_id,
        previous_result.unit_type,
        previous_result.unit_type as previous_type,
        previous_result.score as previous_score,
        previous_result.rank_in_type as previous_rank,
        previous_result.tier as previous_tier,
        'left' as tier_shift
    from period
    inner join previous_result
        on
            period.period_kind = previous_result.period_kind
            and period.previous_start = previous_result.period_start
    left join now_result
        on
            period.period_kind = now_result.period_kind
            and period.period_start = now_result.period_start
            and previous_result.unit_id = now_result.unit_id
    where now_result.unit_id is null;
