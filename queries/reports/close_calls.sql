-- purpose: ranks that hardly part units: those shared by several, and neighbours less than `closer_than` points apart;
--     next_* is empty for a shared rank
-- grain: unit_type, rank_in_type, is_tie
-- params: period_kind varchar, period_start date, unit_types varchar[], closer_than varchar
with place as (
    select
        result.unit_type,
        result.rank_in_type,
        any_value(result.score) as score,
        any_value(result.tier_order) as tier_order,
        list(result.unit_id order by unit.sort_order, result.unit_id) as unit_ids,
        list(unit.name order by unit.sort_order, result.unit_id) as units,
        list(coalesce(unit.name_en, unit.name) order by unit.sort_order, result.unit_id) as units_en
    from stored_result as result
    inner join unit on result.unit_id = unit.unit_id
    where
        result.scenario_id = 0
        and result.superseded_by is null
        and result.period_kind = $period_kind
        and result.period_start = $period_start
        and result.is_ranked
        and (len($unit_types) = 0 or result.unit_type = any($unit_types))
    group by result.unit_type, result.rank_in_type
),

neighbour as (
    select
        place.*,
        lead(place.rank_in_type) over same_type as next_rank,
        lead(place.score) over same_type as next_score,
        lead(place.tier_order) over same_type as next_tier_order,
        lead(place.unit_ids) over same_type as next_unit_ids,
        lead(place.units) over same_type as next_units,
        lead(place.units_en) over same_type as next_units_en
    from place
    window same_type as (partition by place.unit_type order by place.rank_in_type)
),

call as (
    select
        neighbour.*,
        false as is_tie,
        neighbour.score - neighbour.next_score as difference
    from neighbour
    where neighbour.score - neighbour.next_score < $closer_than::decimal(9, 2)
    union all by name
    select
        place.*,
        true as is_tie,
        0::decimal(18, 2) as difference
    from place
    where len(place.unit_ids) > 1
)

select
    call.unit_type,
    call.rank_in_type,
    call.is_tie,
    call.score,
    call.unit_ids,
    call.units,
    call.units_en,
    call.next_rank,
    call.next_score,
    call.next_unit_ids,
    call.next_units,
    call.next_units_en,
    call.difference,
    coalesce(call.tier_order <> call.next_tier_order, false) as is_at_border
from call
order by call.unit_type, call.rank_in_type, call.is_tie desc
