-- purpose: median and quartiles of the ranked scores of each type in a period, beside the median of the period before
-- grain: unit_type
-- params: period_kind varchar, period_start date, unit_types varchar[]
select
    type_median.unit_type,
    unit_type.name as type_name,
    coalesce(unit_type.name_en, unit_type.name) as type_name_en,
    type_median.ranked_count,
    type_median.lower_quartile,
    type_median.median_score,
    type_median.upper_quartile,
    previous.median_score as previous_median,
    type_median.median_score - previous.median_score as median_change
from type_median
inner join unit_type on type_median.unit_type = unit_type.unit_type
left join type_median as previous
    on
        type_median.scenario_id = previous.scenario_id
        and type_median.period_kind = previous.period_kind
        and type_median.previous_start = previous.period_start
        and type_median.unit_type = previous.unit_type
where
    type_median.scenario_id = 0
    and type_median.period_kind = $period_kind
    and type_median.period_start = $period_start
    and type_median.ranked_count > 0
    and (len($unit_types) = 0 or type_median.unit_type = any($unit_types))
order by unit_type.sort_order, type_median.unit_type
