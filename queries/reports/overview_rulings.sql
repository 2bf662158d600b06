-- purpose: what the leading group must know beside the tiers of a period: vetoes with the ceiling they put on it, ties
--     across the border of a tier (提请领导小组研究), and 审定 with its reason
-- grain: kind, unit_id
-- params: period_kind varchar, period_start date, unit_types varchar[]
with ruled as (
    select *
    from stored_result
    where
        stored_result.scenario_id = 0
        and stored_result.superseded_by is null
        and stored_result.period_kind = $period_kind
        and stored_result.period_start = $period_start
        and (
            stored_result.ceiling is not null
            or stored_result.is_straddling
            or stored_result.decided_tier is not null
        )
        and (len($unit_types) = 0 or stored_result.unit_type = any($unit_types))
),

veto_event as (
    select
        ruled.unit_id,
        list(distinct event_kind.kind order by event_kind.kind) as kinds,
        list(distinct coalesce(event_kind.name_en, event_kind.kind) order by coalesce(event_kind.name_en, event_kind.kind))
            as kinds_en
    from ruled
    inner join active_event
        on
            ruled.unit_id = active_event.unit_id
            and active_event.month between ruled.period_start and ruled.as_of_month
    inner join event_kind
        on
            ruled.scheme_id = event_kind.scheme_id
            and active_event.kind = event_kind.kind
    where event_kind.effect = 'veto' and active_event.quantity > 0
    group by ruled.unit_id
),

ruling as (
    select
        'veto' as kind,
        ruled.unit_id,
        ruled.unit_type,
        ruled.tier,
        ruled.ceiling as other_tier,
        ruled.rank_in_type,
        veto_event.kinds,
        veto_event.kinds_en,
        '' as reason
    from ruled
    left join veto_event on ruled.unit_id = veto_event.unit_id
    where ruled.ceiling is not null
    union all by name
    select
        'tie' as kind,
        ruled.unit_id,
        ruled.unit_type,
        ruled.tier,
        ruled.rank_in_type,
        '' as reason
    from ruled
    where ruled.is_straddling
    union all by name
    select
        'decision' as kind,
        ruled.unit_id,
        ruled.unit_type,
        ruled.tier,
        ruled.computed_tier as other_tier,
        ruled.rank_in_type,
        active_decision.reason
    from ruled
    left join active_decision
        on
            ruled.period_kind = active_decision.period_kind
            and ruled.period_start = active_decision.period_start
            and ruled.unit_id = active_decision.unit_id
    where ruled.decided_tier is not null
)

select
    ruling.kind,
    ruling.unit_id,
    unit.name as unit,
    coalesce(unit.name_en, unit.name) as unit_en,
    ruling.unit_type,
    ruling.rank_in_type,
    ruling.tier,
    tier_name.tier_en,
    ruling.other_tier,
    other_name.tier_en as other_tier_en,
    ruling.kinds,
    ruling.kinds_en,
    ruling.reason
from ruling
inner join unit on ruling.unit_id = unit.unit_id
inner join unit_type on ruling.unit_type = unit_type.unit_type
left join tier_name on ruling.tier = tier_name.tier
left join tier_name as other_name on ruling.other_tier = other_name.tier
order by ruling.kind desc, unit_type.sort_order, unit.sort_order, ruling.unit_id
