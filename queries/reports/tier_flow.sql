-- purpose: how many units went from which tier into which between two periods, of those with a tier in the same type
--     in both; base_count and now_count are those of the whole tier
-- grain: base_tier_order, base_tier, tier_order, tier
-- params: period_kind varchar, period_start date, base_start date, unit_types varchar[]
with known as (
    select *
    from standing
    where scenario_id = 0 and superseded_by is null and period_kind = $period_kind and tier_order is not null
),

moved as (
    select
        base_standing.tier as base_tier,
        base_standing.tier_en as base_tier_en,
        base_standing.tier_order as base_tier_order,
        now_standing.tier,
        now_standing.tier_en,
        now_standing.tier_order,
        max(now_standing.tier_count) as tier_count,
        count(*) as unit_count
    from known as now_standing
    inner join known as base_standing
        on
            now_standing.unit_id = base_standing.unit_id
            and now_standing.unit_type = base_standing.unit_type
    where
        now_standing.period_start = $period_start
        and base_standing.period_start = $base_start
        and (len($unit_types) = 0 or now_standing.unit_type = any($unit_types))
    group by all
)

select
    moved.base_tier,
    moved.base_tier_en,
    moved.base_tier_order,
    moved.tier,
    moved.tier_en,
    moved.tier_order,
    moved.tier_count,
    moved.unit_count,
    sum(moved.unit_count) over (partition by moved.base_tier_order, moved.base_tier)::bigint as base_count,
    sum(moved.unit_count) over (partition by moved.tier_order, moved.tier)::bigint as now_count
from moved
order by moved.base_tier_order, moved.base_tier, moved.tier_order, moved.tier
