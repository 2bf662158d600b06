-- purpose: the unit types under the scheme in force in a month: units that belong to it at the month's end, indicators
-- grain: unit_type
-- params: month date
with scheme_now as (
    select scheme.*
    from scheme
    where scheme.effective_month <= $month
    qualify row_number() over (order by scheme.effective_month desc, scheme.scheme_id) = 1
),

member as (
    select
        membership.unit_type,
        count(distinct membership.unit_id) as unit_count
    from membership
    where
        membership.starts_on <= last_day($month::date)
        and coalesce(membership.ends_on, date '9999-12-31') >= last_day($month::date)
    group by membership.unit_type
),

scored as (
    select
        scenario_rule.unit_type,
        count(distinct scenario_rule.indicator_id) as indicator_count
    from scenario_rule
    inner join scheme_now on scenario_rule.scheme_id = scheme_now.scheme_id
    where scenario_rule.scenario_id = 0
    group by scenario_rule.unit_type
)

select
    unit_type.unit_type,
    unit_type.name,
    coalesce(unit_type.name_en, unit_type.name) as name_en,
    coalesce(member.unit_count, 0)::integer as unit_count,
    coalesce(scored.indicator_count, 0)::integer as indicator_count
from unit_type
left join member on unit_type.unit_type = member.unit_type
left join scored on unit_type.unit_type = scored.unit_type
order by unit_type.sort_order, unit_type.unit_type
