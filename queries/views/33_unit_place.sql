-- purpose: each ranked unit before each tier: its place and its tied group's last place among the units that the
--     tier's border counts: all, or with pass_on those whose veto ceiling allows the tier
-- grain: scenario_id, period_kind, period_start, unit_id, tier_order
with candidate as (
    select
        unit_rank.scenario_id,
        unit_rank.period_kind,
        unit_rank.period_start,
        unit_rank.unit_type,
        unit_rank.unit_id,
        unit_rank.rank_in_type,
        tier_border.tier_order,
        tier_border.last_place,
        tier_border.is_gates_only,
        not scheme.veto_passes_on
        or coalesce(veto_ceiling.ceiling_order, 1) <= tier_border.tier_order as is_counted,
        scheme.tie_first_goes_up,
        scheme.tie_max_overshoot
    from unit_rank
    inner join unit_score
        on
            unit_rank.scenario_id = unit_score.scenario_id
            and unit_rank.period_kind = unit_score.period_kind
            and unit_rank.period_start = unit_score.period_start
            and unit_rank.unit_id = unit_score.unit_id
    inner join scheme on unit_score.scheme_id = scheme.scheme_id
    inner join tier_border
        on
            unit_rank.scenario_id = tier_border.scenario_id
            and unit_rank.period_kind = tier_border.period_kind
            and unit_rank.period_start = tier_border.period_start
            and unit_rank.unit_type = tier_border.unit_type
    left join veto_ceiling
        on
            unit_rank.scenario_id = veto_ceiling.scenario_id
            and unit_rank.period_kind = veto_ceiling.period_kind
            and unit_rank.period_start = veto_ceiling.period_start
            and unit_rank.unit_id = veto_ceiling.unit_id
)

select
    candidate.scenario_id,
    candidate.period_kind,
    candidate.period_start,
    candidate.unit_type,
    candidate.unit_id,
    candidate.tier_order,
    candidate.last_place,
    candidate.is_gates_only,
    candidate.tie_first_goes_up,
    candidate.tie_max_overshoot,
    rank() over (same_tier order by candidate.rank_in_type) as first_in_group,
    rank() over (same_tier order by candidate.rank_in_type) - 1
    + count(*) over (
        partition by
            candidate.scenario_id, candidate.period_kind, candidate.period_start, candidate.unit_type,
            candidate.tier_order, candidate.rank_in_type
    ) as last_in_group
from candidate
where candidate.is_counted or candidate.is_gates_only
window same_tier as (
    partition by
        candidate.scenario_id, candidate.period_kind, candidate.period_start, candidate.unit_type,
        candidate.tier_order
)
