-- purpose: minmax60 is refused for a type with fewer units than a sample needs (domain.md section 4)
-- grain: place
-- severity: reject
-- table: rule.csv
-- column: function
-- message: minmax60 on {indicator_id} needs {least} assigned units; type {unit_type} has {unit_count} in scheme {scheme_id}.
with used as (
    select
rule.scheme_id,
rule.unit_type,
rule.indicator_id
    from rule
    where rule.function = 'minmax60'
    union
    select
rule_part.scheme_id,
rule_part.unit_type,
rule_part.indicator_id
    from rule_part
    where rule_part.function = 'minmax60'
),

assigned as (
    select
        used.scheme_id,
        used.unit_type,
        used.indicator_id,
        scheme.small_sample,
        count(distinct membership.unit_id) filter (where coalesce(rule_override.is_assigned, true)) as unit_count
    from used
    inner join scheme on used.scheme_id = scheme.scheme_id
    left join membership
        on
            used.unit_type = membership.unit_type
            and coalesce(membership.ends_on, date '9999-12-31') >= scheme.effective_month
    left join rule_override
        on
            used.scheme_id = rule_override.scheme_id
            and used.indicator_id = rule_override.indicator_id
            and membership.unit_id = rule_override.unit_id
    group by used.scheme_id, used.unit_type, used.indicator_id, scheme.small_sample
)

select
    assigned.scheme_id || ' ' || assigned.unit_type || ' ' || assigned.indicator_id as place,
    assigned.scheme_id,
    assigned.unit_type,
    assigned.indicator_id,
    assigned.small_sample as least,
    assigned.unit_count
from assigned
where assigned.unit_count < assigned.small_sample
order by place
