-- purpose: a type's modules by month, up to a month: the median over its ranked units of 100 x points / weights, beside
--     the month before and the same month of last year by the calendar; with a unit given, its own scores too
-- grain: module_id, period_start
-- params: unit_type varchar, unit_id varchar, last_month date
with module_month as (
    select
        unit_module.module_id,
        stored_result.period_start,
        any_value(stored_result.previous_start) as previous_start,
        any_value(stored_result.year_start) as year_start,
        any_value(unit_module.scheme_id) as scheme_id,
        (count(unit_module.module_score) filter (where stored_result.is_ranked))::integer as scored_count,
        round_score(
            quantile_cont(unit_module.module_score::double, 0.25) filter (where stored_result.is_ranked)
        ) as lower_quartile,
        round_score(
            quantile_cont(unit_module.module_score::double, 0.5) filter (where stored_result.is_ranked)
        ) as median_score,
        round_score(
            quantile_cont(unit_module.module_score::double, 0.75) filter (where stored_result.is_ranked)
        ) as upper_quartile,
        max(unit_module.module_score) filter (where unit_module.unit_id = $unit_id) as unit_score
    from unit_module
    inner join stored_result
        on
            unit_module.scenario_id = stored_result.scenario_id
            and unit_module.month = stored_result.period_start
            and unit_module.unit_id = stored_result.unit_id
    where
        unit_module.scenario_id = 0
        and stored_result.period_kind = 'month'
        and stored_result.superseded_by is null
        and unit_module.unit_type = $unit_type
        and unit_module.month <= $last_month
    group by unit_module.module_id, stored_result.period_start
),

module_weight as (
    select
        rule.scheme_id,
        rule.module_id,
        sum(rule.weight) as weight
    from rule
    where rule.scenario_id = 0 and rule.unit_type = $unit_type
    group by rule.scheme_id, rule.module_id
),

module_place as (
    select
        module_month.module_id,
        arg_max(module_weight.weight, module_month.period_start) as newest_weight
    from module_month
    inner join module_weight
        on
            module_month.scheme_id = module_weight.scheme_id
            and module_month.module_id = module_weight.module_id
    group by module_month.module_id
)

select
    module_month.module_id,
    module.name as module,
    coalesce(module.name_en, module.name) as module_en,
    module.kind,
    module_weight.weight,
    'month' as period_kind,
    module_month.period_start,
    module_month.scored_count,
    module_month.lower_quartile,
    module_month.median_score,
    module_month.upper_quartile,
    module_month.unit_score,
    module_month.previous_start,
    previous.median_score as previous_score,
    module_month.median_score - previous.median_score as pop_change,
    module_month.previous_start < module_month.year_start as is_pop_over_year,
    coalesce(previous.scheme_id <> module_month.scheme_id, false) as is_pop_over_scheme,
    last_year.period_start as last_year_start,
    last_year.median_score as last_year_score,
    module_month.median_score - last_year.median_score as yoy_change,
    coalesce(last_year.scheme_id <> module_month.scheme_id, false) as is_yoy_over_scheme
from module_month
inner join module
    on
        module_month.scheme_id = module.scheme_id
        and module_month.module_id = module.module_id
left join module_weight
    on
        module_month.scheme_id = module_weight.scheme_id
        and module_month.module_id = module_weight.module_id
left join module_place on module_month.module_id = module_place.module_id
left join module_month as previous
    on
        module_month.module_id = previous.module_id
        and module_month.previous_start = previous.period_start
left join module_month as last_year
    on
        module_month.module_id = last_year.module_id
        and months_before(module_month.period_start, 12) = last_year.period_start
order by module_place.newest_weight desc nulls last, module_month.module_id, module_month.period_start
