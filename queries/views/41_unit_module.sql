-- purpose: a unit's month by module: 100 x the points won over the weights that apply in the module, as the base is
--     100 x points over weights of all modules (domain.md section 5, Base); where a unit has no base there is none
-- grain: scenario_id, month, unit_id, module_id
select
    effective_cell.scenario_id,
    effective_cell.month,
    effective_cell.unit_id,
    effective_cell.unit_type,
    effective_cell.scheme_id,
    effective_cell.module_id,
    sum(effective_cell.weight) filter (where effective_cell.share is not null) as applicable_weight,
    sum(effective_cell.points) as points,
    round_score(100 * ratio(
        sum(effective_cell.points)::double,
        (sum(effective_cell.weight) filter (where effective_cell.share is not null))::double
    )) as module_score
from effective_cell
group by
    effective_cell.scenario_id,
    effective_cell.month,
    effective_cell.unit_id,
    effective_cell.unit_type,
    effective_cell.scheme_id,
    effective_cell.module_id
