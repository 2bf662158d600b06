-- purpose: the figures of the overview's title: who moved a tier, who is late, what is still awaited
-- grain: one row
-- params: period_kind varchar, period_start date, unit_types varchar[]
with unit_change as (
    from unit_change_at(2147483647)
    where
        period_kind = $period_kind
        and period_start = $period_start
        and (len($unit_types) = 0 or unit_type = any($unit_types))
)

select
    (count(*) filter (where unit_change.tier_shift <> 'left'))::integer as listed_count,
    (count(*) filter (where unit_change.is_ranked))::integer as ranked_count,
    (count(*) filter (where unit_change.tier is not null))::integer as tiered_count,
    (count(*) filter (where unit_change.tier_shift = 'promoted'))::integer as promoted_count,
    (count(*) filter (where unit_change.tier_shift = 'demoted'))::integer as demoted_count,
    (count(*) filter (where unit_change.tier_shift = 'first'))::integer as first_count,
    (count(*) filter (where unit_change.rank_change is not null))::integer as compared_count,
    (count(*) filter (where unit_change.rank_change > 0))::integer as up_count,
    (count(*) filter (where unit_change.rank_change < 0))::integer as down_count,
    (count(*) filter (where unit_change.has_late))::integer as late_count,
    (count(*) filter (where unit_change.has_awaited))::integer as awaited_count,
    (count(distinct unit_change.unit_type) filter (where unit_change.is_provisional))::integer as provisional_types,
    coalesce(bool_or(unit_change.is_partial), false) as is_partial,
    coalesce(bool_or(unit_change.is_over_year), false) as is_over_year
from unit_change
