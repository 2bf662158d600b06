-- purpose: 11 graded: the trimmed mean of each voter group's grades, groups weighted (domain.md section 4)
-- grain: scenario_id, month, unit_id, indicator_id, part
-- needs:
-- plan: never
-- zero_target: allowed
-- lower: refused
-- input: votes
-- relative: no
with ballot as (
    select
        leaf.scenario_id,
        leaf.month,
        leaf.unit_id,
        leaf.indicator_id,
        leaf.part,
        leaf.trim_over,
        active_vote.ballots,
        grade.share,
        active_vote.voter_group,
        coalesce(voter_group.weight, 1) as group_weight
    from leaf
    inner join active_unit on leaf.month = active_unit.month and leaf.unit_id = active_unit.unit_id
    inner join active_vote
        on
            leaf.month = active_vote.month
            and leaf.unit_id = active_vote.unit_id
            and leaf.indicator_id = active_vote.indicator_id
    inner join grade on active_unit.scheme_id = grade.scheme_id and active_vote.grade = grade.grade
    left join voter_group
        on
            active_unit.scheme_id = voter_group.scheme_id
            and leaf.indicator_id = voter_group.indicator_id
            and active_vote.voter_group = voter_group.voter_group
    where leaf.function = 'graded' and active_vote.ballots > 0
),

voter_result as (
    select
        ballot.scenario_id,
        ballot.month,
        ballot.unit_id,
        ballot.indicator_id,
        ballot.part,
        ballot.voter_group,
        ballot.group_weight,
        sum(ballot.ballots) as ballots,
        case
            when sum(ballot.ballots) > any_value(ballot.trim_over)
                then
                    (sum(ballot.ballots * ballot.share) - max(ballot.share) - min(ballot.share))::double
                    / (sum(ballot.ballots) - 2)
            else sum(ballot.ballots * ballot.share)::double / sum(ballot.ballots)
        end as group_share
    from ballot
    group by
        ballot.scenario_id,
        ballot.month,
        ballot.unit_id,
        ballot.indicator_id,
        ballot.part,
        ballot.voter_group,
        ballot.group_weight
)

select
    voter_result.scenario_id,
    voter_result.month,
    voter_result.unit_id,
    voter_result.indicator_id,
    voter_result.part,
    sum((voter_result.group_weight::double * voter_result.group_share)::decimal(38, 15))::double
    / sum(voter_result.group_weight)::double as share,
    sum((voter_result.group_weight::double * voter_result.group_share)::decimal(38, 15))::double
    / sum(voter_result.group_weight)::double as measured,
    false as is_small_sample,
    sum(voter_result.ballots)::integer as ballots,
    string_agg(
        voter_result.voter_group || ' ' || voter_result.group_weight::varchar
        || ' × ' || round(voter_result.group_share, 6)::varchar,
        ' + ' order by voter_result.voter_group
    ) as voter_groups
from voter_result
group by
    voter_result.scenario_id,
    voter_result.month,
    voter_result.unit_id,
    voter_result.indicator_id,
    voter_result.part
