-- purpose: 100 x the points won over the weights that apply, per unit and month (domain.md section 5, Base)
-- grain: scenario_id, month, unit_id
with weighed_cell as (
    select
        effective_cell.*,
        effective_cell.weight = max(effective_cell.weight) filter (where effective_cell.share is not null) over (
            partition by effective_cell.scenario_id, effective_cell.month, effective_cell.unit_id
        ) as is_largest
    from effective_cell
)

select
    weighed_cell.scenario_id,
    weighed_cell.month,
    weighed_cell.unit_id,
    sum(weighed_cell.weight) filter (where weighed_cell.share is not null) as applicable_weight,
    sum(weighed_cell.weight) filter (where weighed_cell.is_weight_due) as due_weight,
    (100 * ratio(
        sum(weighed_cell.points)::double,
        (sum(weighed_cell.weight) filter (where weighed_cell.share is not null))::double
    ))::decimal(38, 10) as base,
    round_score(100 * ratio(
        (sum(weighed_cell.points) filter (where weighed_cell.is_trunk))::double,
        (sum(weighed_cell.weight) filter (
            where weighed_cell.is_trunk and weighed_cell.share is not null
        ))::double
    )) as trunk_score,
    round_score(sum(weighed_cell.points) filter (where weighed_cell.is_largest)) as largest_score,
    bool_or(weighed_cell.is_late) as has_late,
    bool_or(weighed_cell.is_awaited) as has_awaited,
    bool_or(weighed_cell.is_missing_target) as has_missing_target,
    bool_or(weighed_cell.is_small_sample) as has_small_sample
from weighed_cell
group by weighed_cell.scenario_id, weighed_cell.month, weighed_cell.unit_id
