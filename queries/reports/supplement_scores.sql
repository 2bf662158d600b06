-- purpose: what each unit won of the supplements in a month: 100 x points over the weights that apply, its place inside
--     the type on 2 decimals, and the change against the month before by the calendar
-- grain: module_id, unit_id
-- params: month date
with wanted as (
    select
        active_month.month,
        active_month.scheme_id,
        previous_period('month', active_month.month, active_month.has_january_period) as previous_month
    from active_month
    where active_month.month <= $month
    qualify active_month.month = max(active_month.month) over ()
),

supplement_cell as (
    select
        effective_cell.month,
        effective_cell.module_id,
        effective_cell.unit_id,
        effective_cell.unit_type,
        effective_cell.points,
        effective_cell.is_late,
        case when effective_cell.share is not null then effective_cell.weight end as applicable_weight
    from effective_cell
    inner join wanted on effective_cell.month in (wanted.month, wanted.previous_month)
    where effective_cell.scenario_id = 0 and not effective_cell.is_trunk
),

won as (
    select
        supplement_cell.month,
        supplement_cell.module_id,
        supplement_cell.unit_id,
        supplement_cell.unit_type,
        sum(supplement_cell.applicable_weight)::double as applicable_weight,
        sum(supplement_cell.points)::double as points,
        round_score(100 * ratio(
            sum(supplement_cell.points)::double,
            sum(supplement_cell.applicable_weight)::double
        )) as score,
        count(*) filter (where supplement_cell.is_late)::integer as late_count
    from supplement_cell
    group by
        supplement_cell.month,
        supplement_cell.module_id,
        supplement_cell.unit_id,
        supplement_cell.unit_type
),

placed as (
    select
        won.*,
        case
            when won.score is not null
                then rank() over (
                    partition by won.month, won.module_id, won.unit_type order by won.score desc nulls last
                )
        end as rank_in_type
    from won
)

select
    wanted.month,
    placed.module_id,
    placed.unit_type,
    placed.unit_id,
    unit.name as unit,
    coalesce(unit.name_en, unit.name) as unit_en,
    placed.rank_in_type,
    placed.score::double as score,
    placed.points,
    placed.applicable_weight,
    placed.late_count,
    (case when earlier.unit_type = placed.unit_type then placed.score - earlier.score end)::double as score_change,
    case when earlier.unit_type = placed.unit_type then earlier.rank_in_type - placed.rank_in_type end as rank_change
from wanted
inner join placed on wanted.month = placed.month
inner join unit on placed.unit_id = unit.unit_id
inner join unit_type on placed.unit_type = unit_type.unit_type
left join placed as earlier
    on
        wanted.previous_month = earlier.month
        and placed.module_id = earlier.module_id
        and placed.unit_id = earlier.unit_id
order by
    placed.module_id,
    unit_type.sort_order,
    placed.unit_type,
    placed.rank_in_type nulls last,
    unit.sort_order,
    placed.unit_id
