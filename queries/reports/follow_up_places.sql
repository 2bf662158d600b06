-- purpose: the rank and tier of a unit that a follow-up without an indicator is about, in the latest month of the period
--     it comes from (then) and in the month asked about if that is a later one (now). The follow-up counts as its last
--     version made by a moment says (null: any). rank_change: places up; null in another type
-- grain: follow_up_id
-- params: month date, written_until timestamp
with moment as (
    select
        item.follow_up_id,
        item.unit_id,
        side.is_now,
        if(side.is_now, $month, origin.month) as month
    from follow_up_at($written_until) as item
    inner join period_month as origin
        on
            origin.scenario_id = 0
            and item.period_kind = origin.period_kind
            and item.period_start = origin.period_start
    cross join (values (false), (true)) as side (is_now)
    where (not side.is_now or $month > origin.month) and item.indicator_id is null
),

stood as (
    select
        moment.follow_up_id,
        moment.is_now,
        standing.unit_type,
        standing.rank_in_type,
        standing.unit_count,
        standing.tier,
        standing.tier_en
    from moment
    inner join standing
        on
            standing.scenario_id = 0
            and standing.superseded_by is null
            and standing.period_kind = 'month'
            and moment.month = standing.period_start
            and moment.unit_id = standing.unit_id
)

select
    before.follow_up_id,
    before.rank_in_type as then_rank,
    before.unit_count as then_unit_count,
    before.tier as then_tier,
    before.tier_en as then_tier_en,
    after.rank_in_type as now_rank,
    after.unit_count as now_unit_count,
    after.tier as now_tier,
    after.tier_en as now_tier_en,
    case when before.unit_type = after.unit_type then before.rank_in_type - after.rank_in_type end as rank_change
from stood as before
left join stood as after on before.follow_up_id = after.follow_up_id and after.is_now
where not before.is_now
order by before.follow_up_id
