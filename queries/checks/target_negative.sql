-- purpose: a completion target is not below 0 (domain.md section 4)
-- grain: place
-- severity: reject
-- table: target.csv
-- column: cell
-- message: The target of {indicator_id} for {unit_id} is {value}; completion takes none below 0.
with completion_indicator as (
    select rule.indicator_id
    from rule
    where rule.function = 'completion'
    union
    select rule_part.indicator_id
    from rule_part
    where rule_part.function = 'completion'
)

select
    target.cell as place,
    target.indicator_id,
    target.unit_id,
    target.value::varchar as value
from target
inner join completion_indicator on target.indicator_id = completion_indicator.indicator_id
where target.upload_id = 0 and target.value < 0
order by target.unit_id, target.indicator_id
