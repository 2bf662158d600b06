-- purpose: the units with something late or returned: each cell with its source, and what it may still be worth: the
--     whole weight after renormalising. Late cells of every month of a quarter, of a year's latest month, as stored.
-- grain: unit_id, indicator_id
-- params: period_kind varchar, period_start date, unit_types varchar[]
with period_unit as (
    select
        stored_result.unit_id,
        stored_result.as_of_month,
        case when $period_kind = 'quarter' then stored_result.period_start else stored_result.as_of_month end
            as first_month
    from stored_result
    where
        stored_result.scenario_id = 0
        and stored_result.superseded_by is null
        and stored_result.period_kind = $period_kind
        and stored_result.period_start = $period_start
        and (len($unit_types) = 0 or stored_result.unit_type = any($unit_types))
),

own_cell as (
    select
        effective_cell.*,
        sum(effective_cell.weight::double) filter (where effective_cell.share is not null) over (
            partition by effective_cell.month, effective_cell.unit_id
        ) as applicable_weight
    from effective_cell
    inner join period_unit on effective_cell.unit_id = period_unit.unit_id
    where
        effective_cell.scenario_id = 0
        and effective_cell.month between period_unit.first_month and period_unit.as_of_month
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
    where own_cell.is_late or own_cell.own_state = 'REJECTED'
    qualify row_number() over (
        partition by own_cell.unit_id, own_cell.indicator_id order by own_cell.month desc
    ) = 1
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
