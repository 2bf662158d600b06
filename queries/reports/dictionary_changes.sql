-- purpose: what each scheme changed against the one before it, type by type: indicators added and ended, weights,
--     modules, functions, parameters, cells without a case, voters, plan curves
-- grain: scheme_id, indicator_id, unit_type, change
with version as (
    select
        scheme.scheme_id,
        scheme.name as scheme,
        coalesce(scheme.name_en, scheme.name) as scheme_en,
        scheme.effective_month,
        (
            select max_by(earlier.scheme_id, earlier.effective_month)
            from scheme as earlier
            where earlier.effective_month < scheme.effective_month
        ) as previous_id
    from scheme
),

now_rule as (
    select
        version.scheme_id as version_id,
        rule_version.*
    from version
    inner join rule_version on version.scheme_id = rule_version.scheme_id
    where version.previous_id is not null
),

previous_rule as (
    select
        version.scheme_id as version_id,
        rule_version.*
    from version
    inner join rule_version on version.previous_id = rule_version.scheme_id
),

pair as (
    select
        coalesce(now_rule.version_id, previous_rule.version_id) as scheme_id,
        coalesce(now_rule.unit_type, previous_rule.unit_type) as unit_type,
        coalesce(now_rule.indicator_id, previous_rule.indicator_id) as indicator_id,
        previous_rule.weight as weight_before,
        now_rule.weight as weight_after,
        previous_rule.module as module_before,
        previous_rule.module_en as module_before_en,
        now_rule.module as module_after,
        now_rule.module_en as module_after_en,
        count(previous_rule.version_id) over same_indicator = 0 as is_new,
        count(now_rule.version_id) over same_indicator = 0 as is_gone,
        case
            when previous_rule.version_id is null then ['added']
            when now_rule.version_id is null then ['ended']
            else
                list_filter(
                    [
                        case when now_rule.weight <> previous_rule.weight then 'weight' end,
                        case when now_rule.module <> previous_rule.module then 'module' end,
                        case
                            when now_rule.function_key <> previous_rule.function_key then 'function'
                            when now_rule.parameters <> previous_rule.parameters then 'parameter'
                        end,
                        case when now_rule.no_case_as <> previous_rule.no_case_as then 'no_case' end,
                        case when now_rule.voters is distinct from previous_rule.voters then 'voters' end,
                        case when now_rule.plan_shares is distinct from previous_rule.plan_shares then 'plan' end
                    ],
                    lambda change: change is not null
                )
        end as changes
    from now_rule
    full join previous_rule
        on
            now_rule.version_id = previous_rule.version_id
            and now_rule.unit_type = previous_rule.unit_type
            and now_rule.indicator_id = previous_rule.indicator_id
    window same_indicator as (
        partition by
            coalesce(now_rule.version_id, previous_rule.version_id),
            coalesce(now_rule.indicator_id, previous_rule.indicator_id)
    )
),

change_line as (
    select
        pair.* exclude (changes),
        unnest(pair.changes) as change
    from pair
)

select
    change_line.scheme_id,
    version.scheme,
    version.scheme_en,
    version.effective_month,
    version.previous_id,
    change_line.indicator_id,
    indicator.name as indicator,
    coalesce(indicator.name_en, indicator.name) as indicator_en,
    change_line.unit_type,
    change_line.change,
    change_line.is_new,
    change_line.is_gone,
    change_line.weight_before::double as weight_before,
    change_line.weight_after::double as weight_after,
    change_line.module_before,
    change_line.module_before_en,
    change_line.module_after,
    change_line.module_after_en
from change_line
inner join version on change_line.scheme_id = version.scheme_id
inner join indicator on change_line.indicator_id = indicator.indicator_id
left join unit_type on change_line.unit_type = unit_type.unit_type
order by
    version.effective_month desc,
    change_line.scheme_id,
    change_line.indicator_id,
    change_line.change,
    unit_type.sort_order,
    change_line.unit_type
