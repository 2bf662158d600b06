-- purpose: rank inside the type on the 2-decimal score, equal scores share a rank; a tie-break only where the scheme
--     turns it on, in its order (domain.md section 5, Rank)
-- grain: scenario_id, period_kind, period_start, unit_id (ranked units only)
with keyed as (
    select
        unit_score.scenario_id,
        unit_score.period_kind,
        unit_score.period_start,
        unit_score.unit_type,
        unit_score.unit_id,
        unit_score.score,
        scheme.tie_break_1,
        scheme.tie_break_2,
        scheme.tie_break_3,
        tie_key(scheme.tie_break_1, unit_score.veto_count, unit_score.trunk_score, unit_score.largest_score) as key_1,
        tie_key(scheme.tie_break_2, unit_score.veto_count, unit_score.trunk_score, unit_score.largest_score) as key_2,
        tie_key(scheme.tie_break_3, unit_score.veto_count, unit_score.trunk_score, unit_score.largest_score) as key_3
    from unit_score
    inner join scheme on unit_score.scheme_id = scheme.scheme_id
    where unit_score.is_ranked
),

counted as (
    select
        keyed.*,
        rank() over (
            same_type order by keyed.score desc, keyed.key_1 desc, keyed.key_2 desc, keyed.key_3 desc
        ) as rank_in_type,
        count(*) over same_type as unit_count,
        count(*) over (
            partition by
                keyed.scenario_id, keyed.period_kind, keyed.period_start, keyed.unit_type, keyed.score
        ) as equal_score,
        count(*) over (
            partition by
                keyed.scenario_id, keyed.period_kind, keyed.period_start, keyed.unit_type, keyed.score, keyed.key_1
        ) as equal_key_1,
        count(*) over (
            partition by
                keyed.scenario_id, keyed.period_kind, keyed.period_start, keyed.unit_type, keyed.score,
                keyed.key_1, keyed.key_2
        ) as equal_key_2,
        count(*) over (
            partition by
                keyed.scenario_id, keyed.period_kind, keyed.period_start, keyed.unit_type, keyed.score,
                keyed.key_1, keyed.key_2, keyed.key_3
        ) as tied_count,
        min(keyed.score) over (
            same_type order by keyed.score
            range between 0.01 following and unbounded following
        ) as score_above
    from keyed
    window same_type as (
        partition by keyed.scenario_id, keyed.period_kind, keyed.period_start, keyed.unit_type
    )
)

select
    counted.scenario_id,
    counted.period_kind,
    counted.period_start,
    counted.unit_type,
    counted.unit_id,
    counted.rank_in_type::integer as rank_in_type,
    counted.unit_count::integer as unit_count,
    counted.tied_count::integer as tied_count,
    (counted.score_above - counted.score)::decimal(18, 2) as gap_to_next,
    nullif(concat_ws(
        ', ',
        case when counted.equal_key_1 < counted.equal_score then counted.tie_break_1 end,
        case when counted.equal_key_2 < counted.equal_key_1 then counted.tie_break_2 end,
        case when counted.tied_count < counted.equal_key_2 then counted.tie_break_3 end
    ), '') as tie_break_used
from counted
