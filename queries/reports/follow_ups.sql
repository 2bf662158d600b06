-- purpose: every follow-up as its last version made by a moment (null: any) says, overdue ones first, then open ones by
--     due day, then the others, latest first. then_month: the latest month of the period it comes from; now_month: the
--     month asked about, if that is a later one; about_type: the type it is about, or that of its unit in that period
-- grain: follow_up_id
-- params: month date, on_day date, written_until timestamp
with item as (
    select
        written.*,
        written.state = 'open' and written.due_on < $on_day as is_overdue
    from follow_up_at($written_until) as written
),

first_version as (
    select
        follow_up.follow_up_id,
        follow_up.made_at,
        follow_up.made_by
    from follow_up
    where follow_up.version = 1
)

select
    item.follow_up_id,
    item.version,
    first_version.made_at,
    first_version.made_by,
    item.made_at as changed_at,
    item.made_by as changed_by,
    item.title,
    item.owner_unit_id,
    owner.name as owner,
    coalesce(owner.name_en, owner.name) as owner_en,
    item.person,
    item.due_on,
    item.state,
    item.evidence,
    item.is_overdue,
    case when item.state = 'open' then date_diff('day', $on_day, item.due_on) end::integer as days_left,
    item.period_kind,
    item.period_start,
    item.unit_type,
    unit_type.name as type_name,
    coalesce(unit_type.name_en, unit_type.name) as type_name_en,
    coalesce(item.unit_type, stored_result.unit_type) as about_type,
    item.unit_id,
    unit.name as unit,
    coalesce(unit.name_en, unit.name) as unit_en,
    item.indicator_id,
    indicator.name as indicator,
    coalesce(indicator.name_en, indicator.name) as indicator_en,
    indicator.measure_unit,
    origin.month as then_month,
    case when $month > origin.month then $month end as now_month
from item
inner join first_version on item.follow_up_id = first_version.follow_up_id
left join period_month as origin
    on
        origin.scenario_id = 0
        and item.period_kind = origin.period_kind
        and item.period_start = origin.period_start
left join stored_result
    on
        stored_result.scenario_id = 0
        and stored_result.superseded_by is null
        and item.period_kind = stored_result.period_kind
        and item.period_start = stored_result.period_start
        and item.unit_id = stored_result.unit_id
left join unit as owner on item.owner_unit_id = owner.unit_id
left join unit_type on item.unit_type = unit_type.unit_type
left join unit on item.unit_id = unit.unit_id
left join indicator on item.indicator_id = indicator.indicator_id
order by
    case when item.is_overdue then 1 when item.state = 'open' then 2 else 3 end,
    case when item.state = 'open' then item.due_on end,
    item.made_at desc,
    item.follow_up_id
