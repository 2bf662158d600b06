-- purpose: the least higher score at which each unit would get a better computed tier, the others unchanged: place, tie
--     rule, gate and ceiling tested again wherever one can turn; no row where nothing is left to reach (domain.md section 5)
-- grain: unit_id
-- params: period_kind varchar, period_start date, unit_types varchar[]
with ranked as (
    select *
    from standing
    where
        scenario_id = 0
        and superseded_by is null
        and period_kind = $period_kind
        and period_start = $period_start
        and (len($unit_types) = 0 or unit_type = any($unit_types))
        and computed_order is not null
),

border as (
    select tier_place.*
    from tier_place
    semi join ranked using (scheme_id, unit_type, unit_count)
),

-- Between two of these scores nothing can change: a gate, a rival's score, a hundredth above it.
turning_score as (
    select
        border.unit_type,
        (ceil(border.gate * 100) / 100)::decimal(18, 2) as score
    from border
    where border.gate is not null
    union
    select
        ranked.unit_type,
        ranked.score + step.points as score
    from ranked
    cross join (values (0.00), (0.01)) as step (points)
),

raised as (
    select
        ranked.* exclude (score),
        turning_score.score as raised_score
    from ranked
    inner join turning_score
        on ranked.unit_type = turning_score.unit_type and ranked.score < turning_score.score
    where ranked.best_open_order < ranked.computed_order
),

placed as (
    select
        raised.unit_id,
        raised.unit_type,
        raised.raised_score,
        raised.best_open_order,
        raised.computed_order,
        border.tier_order,
        border.last_place,
        border.is_gates_only,
        border.tie_first_goes_up,
        border.tie_max_overshoot,
        count(rival.unit_id) filter (where row(rival.score, rival.tie_keys) > row(raised.raised_score, raised.tie_keys))
        + 1 as first_in_group,
        count(rival.unit_id) filter (where row(rival.score, rival.tie_keys) >= row(raised.raised_score, raised.tie_keys))
        + 1 as last_in_group
    from raised
    inner join border on raised.unit_type = border.unit_type
    left join ranked as rival
        on
            raised.unit_type = rival.unit_type
            and raised.unit_id <> rival.unit_id
            and (not border.veto_passes_on or border.tier_order >= rival.best_open_order)
    where not border.veto_passes_on or raised.best_open_order <= border.tier_order or border.is_gates_only
    group by all
),

by_place as (
    select
        placed.*,
        coalesce(placed.last_in_group > placed.last_place and not placed.is_gates_only, false) as is_straddling,
        place_order(
            placed.tier_order,
            placed.last_place,
            placed.is_gates_only,
            placed.first_in_group,
            placed.last_in_group,
            placed.tie_first_goes_up,
            placed.tie_max_overshoot
        ) as place_order
    from placed
    where placed.is_gates_only or placed.last_place is null or placed.first_in_group <= placed.last_place
    qualify
        row_number() over (partition by placed.unit_id, placed.raised_score order by placed.tier_order) = 1
),

retiered as (
    select
        by_place.unit_id,
        by_place.raised_score,
        by_place.is_straddling,
        by_place.computed_order,
        greatest(min(border.tier_order), any_value(by_place.best_open_order)) as tier_order
    from by_place
    inner join border
        on
            by_place.unit_type = border.unit_type
            and by_place.place_order <= border.tier_order
            and by_place.raised_score >= coalesce(border.gate, 0)
    group by all
),

needed as (
    select *
    from retiered
    where tier_order < computed_order
    qualify row_number() over (partition by unit_id order by raised_score) = 1
)

select
    ranked.unit_id,
    ranked.unit,
    ranked.unit_en,
    ranked.unit_type,
    ranked.rank_in_type,
    ranked.score,
    ranked.computed_tier,
    ranked.computed_tier_en,
    ranked.computed_order,
    ranked.tier_count,
    reached.tier as next_tier,
    tier_name.tier_en as next_tier_en,
    reached.tier_order as next_order,
    needed.raised_score as needed_score,
    needed.raised_score - ranked.score as points_needed,
    coalesce(needed.raised_score - 0.01 < reached.gate, false) as is_gate,
    needed.is_straddling
from needed
inner join ranked on needed.unit_id = ranked.unit_id
inner join border as reached
    on ranked.unit_type = reached.unit_type and needed.tier_order = reached.tier_order
left join tier_name on reached.tier = tier_name.tier
order by ranked.type_sort, ranked.unit_type, points_needed, ranked.unit_id
