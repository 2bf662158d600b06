-- purpose: how many units of each type stand in each tier, and how many did in the period before by the calendar;
--     no counts where the period (or the one before) places nobody in tiers
-- grain: unit_type, tier_order
-- params: period_kind varchar, period_start date, unit_types varchar[]
with current_result as (
    select
        stored_result.period_start,
        stored_result.previous_start,
        stored_result.unit_type,
        stored_result.scheme_id,
        stored_result.tier
    from stored_result
    where
        stored_result.scenario_id = 0
        and stored_result.superseded_by is null
        and stored_result.period_kind = $period_kind
        and (len($unit_types) = 0 or stored_result.unit_type = any($unit_types))
),

type_now as (
    select
        current_result.unit_type,
        max(current_result.scheme_id) as scheme_id,
        max(current_result.previous_start) as previous_start,
        count(current_result.tier) as tiered_count
    from current_result
    where current_result.period_start = $period_start
    group by current_result.unit_type
),

now_count as (
    select
        current_result.unit_type,
        current_result.tier,
        count(*) as unit_count
    from current_result
    where current_result.period_start = $period_start and current_result.tier is not null
    group by current_result.unit_type, current_result.tier
),

previous_count as (
    select
        current_result.unit_type,
        current_result.tier,
        count(*) as unit_count,
        sum(count(*)) over (partition by current_result.unit_type) as tiered_count
    from current_result
    inner join type_now
        on
            current_result.unit_type = type_now.unit_type
            and current_result.period_start = type_now.previous_start
    where current_result.tier is not null
    group by current_result.unit_type, current_result.tier
),

previous_type as (
    select
        previous_count.unit_type,
        max(previous_count.tiered_count) as tiered_count
    from previous_count
    group by previous_count.unit_type
)

select
    type_now.unit_type,
    type_tier.tier_order,
    type_tier.tier,
    coalesce(type_tier.name_en, type_tier.tier) as tier_en,
    (count(*) over (partition by type_now.unit_type))::integer as tier_count,
    case when type_now.tiered_count > 0 then coalesce(now_count.unit_count, 0) end::integer as unit_count,
    case when previous_type.tiered_count > 0 then coalesce(previous_count.unit_count, 0) end::integer as previous_count,
    case
        when type_now.tiered_count > 0 and previous_type.tiered_count > 0
            then coalesce(now_count.unit_count, 0) - coalesce(previous_count.unit_count, 0)
    end::integer as count_change
from type_now
inner join unit_type on type_now.unit_type = unit_type.unit_type
inner join type_tier
    on
        type_now.scheme_id = type_tier.scheme_id
        and type_now.unit_type = type_tier.unit_type
left join now_count
    on
        type_now.unit_type = now_count.unit_type
        and type_tier.tier = now_count.tier
left join previous_type on type_now.unit_type = previous_type.unit_type
left join previous_count
    on
        type_now.unit_type = previous_count.unit_type
        and type_tier.tier = previous_count.tier
order by unit_type.sort_order, type_now.unit_type, type_tier.tier_order
