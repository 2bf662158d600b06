-- purpose: the units with something late or returned: each cell with its source, and what it may still be worth: the
--     whole weight after renormalising; what it carries from an earlier month only in $latest_month
-- grain: unit_id, indicator_id
-- params: month date, unit_types varchar[], latest_month date
with own_cell as (
    select
        effective_cell.*,
        sum(effective_cell.weight::double) filter (where effective_cell.share is not null) over (
            partition by effective_cell.unit_id
        ) as applicable_weight
    from effective_cell
    where
        effective_cell.scenario_id = 0
        and effective_cell.month = $month
        and (len($unit_types) = 0 or effective_cell.unit_type = any($unit_types))
),

open_cell as (
    select
        own_cell.unit_id,
        own_cell.unit_type,
        own_cell.indicator_id,
        own_cell.month,
        own_cell.carried_from,
        own_cell.is_late,
        own_cell.own_state = 'REJECTED' as is_returned,
        case
            when own_cell.is_late
                then round_score(100 * own_cell.weight::double / nullif(own_cell.applicable_weight, 0))
        end as open_points
    from own_cell
    where
        (own_cell.is_late or own_cell.own_state = 'REJECTED')
        and ($month = $latest_month or not own_cell.is_carried)
)

select
    open_cell.unit_id,
    unit.name as unit,
    coalesce(unit.name_en, unit.name) as unit_en,
    open_cell.unit_type,
    open_cell.indicator_id,
    indicator.name as indicator,
    coalesce(indicator.name_en, indicator.name) as indicator_en,
    indicator.source as department,
    case when open_cell.is_returned then 'returned' else 'late' end as kind,
    open_cell.month,
    open_cell.carried_from,
    open_cell.is_late,
    open_cell.open_points,
    sum(open_cell.open_points) over (partition by open_cell.unit_id) as unit_open_points
from open_cell
inner join unit on open_cell.unit_id = unit.unit_id
inner join unit_type on open_cell.unit_type = unit_type.unit_type
inner join indicator on open_cell.indicator_id = indicator.indicator_id
order by
    max(open_cell.is_late) over (partition by open_cell.unit_id) desc,
    sum(open_cell.open_points) over (partition by open_cell.unit_id) desc nulls last,
    unit_type.sort_order,
    unit.sort_order,
    open_cell.unit_id,
    open_cell.open_points desc nulls last,
    open_cell.indicator_id
