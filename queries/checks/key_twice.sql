-- purpose: no row is there twice
-- grain: place
-- severity: reject
-- table: reference
-- column: what
-- message: {what} stands twice.
with keyed as (
    select 'unit_alias.csv ' || unit_alias.alias as what
    from unit_alias
    union all
    select 'rule.csv ' || concat_ws(' ', rule.scenario_id, rule.scheme_id, rule.unit_type, rule.indicator_id)
    from rule
    union all
    select
        'rule_part.csv ' || concat_ws(
            ' ', rule_part.scenario_id, rule_part.scheme_id, rule_part.unit_type, rule_part.indicator_id, rule_part.part
        )
    from rule_part
    union all
    select
        'rule_override.csv '
        || concat_ws(' ', rule_override.scheme_id, rule_override.unit_id, rule_override.indicator_id)
    from rule_override
    union all
    select 'module.csv ' || concat_ws(' ', module.scheme_id, module.module_id)
    from module
    union all
    select 'event_kind.csv ' || concat_ws(' ', event_kind.scheme_id, event_kind.kind)
    from event_kind
    union all
    select 'bonus_group.csv ' || concat_ws(' ', bonus_group.scheme_id, bonus_group.bonus_group)
    from bonus_group
    union all
    select 'rank_bonus.csv ' || concat_ws(' ', rank_bonus.scheme_id, rank_bonus.place)
    from rank_bonus
    union all
    select 'grade.csv ' || concat_ws(' ', grade.scheme_id, grade.grade)
    from grade
    union all
    select 'voter_group.csv ' || concat_ws(' ', voter_group.scheme_id, voter_group.indicator_id, voter_group.voter_group)
    from voter_group
    union all
    select 'tier.csv ' || concat_ws(' ', tier.scheme_id, tier.unit_type, tier.tier)
    from tier
    union all
    select
        'milestone.csv '
        || concat_ws(' ', milestone.year, milestone.indicator_id, milestone.unit_id, milestone.milestone)
    from milestone
    union all
    select 'target.csv ' || concat_ws(' ', target.month, target.unit_id, target.indicator_id)
    from target
    where target.upload_id = 0
)

select
    keyed.what as place,
    keyed.what
from keyed
group by keyed.what
having count(*) > 1
order by place
