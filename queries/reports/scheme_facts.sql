-- purpose: the scheme in force in a month in a line: its document, how many types, units, indicators and supplements
-- grain: one row
-- params: month date
with scheme_now as (
    select scheme.*
    from scheme
    where scheme.effective_month <= $month
    qualify row_number() over (order by scheme.effective_month desc, scheme.scheme_id) = 1
)

select
    scheme_now.scheme_id,
    scheme_now.name as scheme,
    coalesce(scheme_now.name_en, scheme_now.name) as scheme_en,
    scheme_now.document_number,
    scheme_now.effective_month,
    (
        select count(distinct scenario_rule.unit_type)
        from scenario_rule
        where scenario_rule.scheme_id = scheme_now.scheme_id and scenario_rule.scenario_id = 0
    )::integer as type_count,
    (
        select count(distinct scenario_rule.indicator_id)
        from scenario_rule
        where scenario_rule.scheme_id = scheme_now.scheme_id and scenario_rule.scenario_id = 0
    )::integer as indicator_count,
    (
        select count(distinct membership.unit_id)
        from membership
        where
            membership.starts_on <= last_day($month::date)
            and coalesce(membership.ends_on, date '9999-12-31') >= last_day($month::date)
    )::integer as unit_count
from scheme_now
