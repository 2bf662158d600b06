-- purpose: a unit's score, rank and tier over the last periods of a kind, with the middle of the type it then was in
-- grain: period_start
-- params: unit_id varchar, period_kind varchar, period_start date, period_limit integer
with shown_period as (
    select distinct stored_result.period_start
    from stored_result
    where
        stored_result.scenario_id = 0
        and stored_result.superseded_by is null
        and stored_result.period_kind = $period_kind
        and stored_result.period_start <= $period_start
    order by stored_result.period_start desc
    limit $period_limit
),

kind_result as (
    select stored_result.*
    from stored_result
    inner join shown_period on stored_result.period_start = shown_period.period_start
    where
        stored_result.scenario_id = 0
        and stored_result.superseded_by is null
        and stored_result.period_kind = $period_kind
),

type_range as (
    select
        kind_result.period_start,
        kind_result.unit_type,
        quantile_cont(kind_result.score::double, 0.25) as type_low,
        quantile_cont(kind_result.score::double, 0.5) as type_median,
        quantile_cont(kind_result.score::double, 0.75) as type_high
    from kind_result
    where kind_result.is_ranked
    group by kind_result.period_start, kind_result.unit_type
),

tier_count as (
    select
        type_tier.scheme_id,
        type_tier.unit_type,
        count(*)::integer as tier_count
    from type_tier
    group by type_tier.scheme_id, type_tier.unit_type
)

select
    shown_period.period_start,
    own_result.unit_type,
    unit_type.name as type_name,
    coalesce(unit_type.name_en, unit_type.name) as type_name_en,
    own_result.score,
    own_result.rank_in_type,
    own_result.unit_count,
    own_result.tied_count,
    own_result.is_ranked,
    own_result.is_partial,
    own_result.is_provisional,
    own_result.tier,
    tier_name.tier_en,
    own_result.tier_order,
    tier_count.tier_count,
    own_result.decided_tier is not null as is_decided,
    own_result.computed_tier,
    type_range.type_low,
    type_range.type_median,
    type_range.type_high,
    own_result.revision_id
from shown_period
left join kind_result as own_result
    on
        shown_period.period_start = own_result.period_start
        and own_result.unit_id = $unit_id
left join unit_type on own_result.unit_type = unit_type.unit_type
left join type_range
    on
        own_result.period_start = type_range.period_start
        and own_result.unit_type = type_range.unit_type
left join tier_count
    on
        own_result.scheme_id = tier_count.scheme_id
        and own_result.unit_type = tier_count.unit_type
left join tier_name on own_result.tier = tier_name.tier
order by shown_period.period_start
