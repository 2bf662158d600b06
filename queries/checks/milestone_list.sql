-- purpose: an indicator scored by milestones has a list (domain.md section 4)
-- grain: place
-- severity: reject
-- table: milestone.csv
-- column: indicator_id
-- message: {indicator_id} is scored by milestones but has none.
with used as (
    select rule.indicator_id
    from rule
    where rule.function = 'milestone'
    union
    select rule_part.indicator_id
    from rule_part
    where rule_part.function = 'milestone'
)

select
    used.indicator_id as place,
    used.indicator_id
from used
left join milestone on used.indicator_id = milestone.indicator_id
where milestone.indicator_id is null
order by place
