-- purpose: units that for at least `shortest` periods on end, by the calendar and in one type, were in the best tier or
--     in the lower ones, or rose or fell in rank, up to a period; lower: below the middle of the type's tiers; a period
--     in which no tiers are given neither counts in a streak of tiers nor ends it
-- grain: streak, unit_id
-- params: period_kind varchar, period_start date, unit_types varchar[], shortest integer, revision_id integer
with recursive change as (
    select
        unit_change.unit_id,
        unit_change.unit_type,
        unit_change.period_start,
        unit_change.previous_start,
        unit_change.tier_order,
        unit_change.is_tiered,
        unit_change.rank_change,
        (
            select count(*)
            from type_tier
            where type_tier.scheme_id = unit_change.scheme_id and type_tier.unit_type = unit_change.unit_type
        ) as tier_count
    from unit_change_at($revision_id) as unit_change
    where
        unit_change.period_kind = $period_kind
        and unit_change.period_start <= $period_start
        and unit_change.tier_shift <> 'left'
),

held as (
    select
        change.*,
        unnest(list_filter(
            [
                case when change.tier_order = 1 or not change.is_tiered then 'best' end,
                case when change.tier_order > (change.tier_count + 1) / 2 or not change.is_tiered then 'lowest' end,
                case when change.rank_change > 0 then 'rising' end,
                case when change.rank_change < 0 then 'falling' end
            ],
            lambda word: word is not null
        )) as streak
    from change
),

counted as (
    select
        held.*,
        held.is_tiered or held.streak in ('rising', 'falling') as is_counted
    from held
),

run as (
    select
        held.unit_id,
        held.unit_type,
        held.streak,
        held.period_start,
        held.previous_start,
        held.period_start as since_start,
        1 as period_count,
        coalesce(abs(held.rank_change), 0) as places
    from counted as held
    where
        held.is_counted
        and held.period_start = $period_start
        and (len($unit_types) = 0 or held.unit_type = any($unit_types))
    union all
    select
        run.unit_id,
        run.unit_type,
        run.streak,
        held.period_start,
        held.previous_start,
        case when held.is_counted then held.period_start else run.since_start end as since_start,
        run.period_count + held.is_counted::integer as period_count,
        run.places + coalesce(abs(held.rank_change), 0) as places
    from run
    inner join counted as held
        on
            run.unit_id = held.unit_id
            and run.unit_type = held.unit_type
            and run.streak = held.streak
            and run.previous_start = held.period_start
)

select
    run.streak,
    run.unit_id,
    unit.name as unit,
    coalesce(unit.name_en, unit.name) as unit_en,
    run.unit_type,
    unit_type.name as type_name,
    coalesce(unit_type.name_en, unit_type.name) as type_name_en,
    max(run.period_count) as period_count,
    min(run.since_start) as since_start,
    max(run.places) as places
from run
inner join unit on run.unit_id = unit.unit_id
inner join unit_type on run.unit_type = unit_type.unit_type
group by
    run.streak, run.unit_id, unit.name, unit.name_en, run.unit_type, unit_type.name, unit_type.name_en,
    unit_type.sort_order, unit.sort_order
having max(run.period_count) >= $shortest
order by run.streak, max(run.period_count) desc, unit_type.sort_order, unit.sort_order, run.unit_id
