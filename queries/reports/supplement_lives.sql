-- purpose: every supplement of every scheme: when it runs, what it weighs in each type
-- grain: scheme_id, module_id, unit_type
-- params: month date
with version as (
    select
        scheme.scheme_id,
        scheme.name as scheme,
        coalesce(scheme.name_en, scheme.name) as scheme_en,
        scheme.effective_month,
        lead(scheme.effective_month) over (order by scheme.effective_month, scheme.scheme_id) as next_month,
        coalesce(
            scheme.effective_month = max(scheme.effective_month) filter (where scheme.effective_month <= $month) over (),
            false
        ) as is_in_force
    from scheme
),

life as (
    select
        version.scheme_id,
        version.scheme,
        version.scheme_en,
        version.is_in_force,
        module.module_id,
        module.name as module,
        coalesce(module.name_en, module.name) as module_en,
        module.ends_on as stated_ends_on,
        greatest(version.effective_month, coalesce(module.starts_on, version.effective_month)) as starts_on,
        least(
            coalesce(module.ends_on, date '9999-12-31'),
            coalesce((version.next_month - to_days(1))::date, date '9999-12-31')
        ) as ends_on
    from version
    inner join module on version.scheme_id = module.scheme_id
    where module.kind = 'supplement'
)

select
    life.scheme_id,
    life.scheme,
    life.scheme_en,
    life.is_in_force,
    life.module_id,
    life.module,
    life.module_en,
    life.starts_on,
    case when life.ends_on < date '9999-12-31' then life.ends_on end as ends_on,
    life.stated_ends_on,
    case
        when life.starts_on > last_day($month::date) then 'coming'
        when life.ends_on < last_day($month::date) then 'ended'
        else 'running'
    end as state,
    scenario_rule.unit_type,
    count(*)::integer as indicator_count,
    sum(scenario_rule.weight)::double as weight
from life
inner join scenario_rule
    on
        life.scheme_id = scenario_rule.scheme_id
        and life.module_id = scenario_rule.module_id
        and scenario_rule.scenario_id = 0
inner join unit_type on scenario_rule.unit_type = unit_type.unit_type
where life.starts_on <= life.ends_on
group by all
order by life.starts_on, life.module_id, life.scheme_id, any_value(unit_type.sort_order), scenario_rule.unit_type
