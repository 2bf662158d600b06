-- purpose: every month, quarter and the year itself of an assessment year, for each unit, with what they rest on
--     a unit stands under the type it has in the year's latest month of its own; parts of the year: the mean base of
--     its months with a tier, and the base at the year's end so far (domain.md section 5)
-- grain: unit_id, period_kind, period_start
-- params: year_start date, unit_types varchar[]
with year_result as (
    select stored_result.*
    from stored_result
    where
        stored_result.scenario_id = 0
        and stored_result.superseded_by is null
        and stored_result.year_start = $year_start
),

listed as (
    select
        year_result.unit_id,
        max(year_result.period_start) as last_month,
        arg_max(year_result.unit_type, year_result.period_start) as unit_type,
        (avg(year_result.base::double) filter (where year_result.is_tiered))::decimal(38, 10) as mean_base,
        (count(year_result.base) filter (where year_result.is_tiered))::integer as tiered_month_count
    from year_result
    where year_result.period_kind = 'month'
    group by year_result.unit_id
),

newest as (
    select max(listed.last_month) as newest_month
    from listed
),

tier_count as (
    select
        type_tier.scheme_id,
        type_tier.unit_type,
        count(*) as tier_count
    from type_tier
    group by type_tier.scheme_id, type_tier.unit_type
)

select
    listed.unit_id,
    unit.name as unit,
    coalesce(unit.name_en, unit.name) as unit_en,
    listed.unit_type,
    unit_type.name as type_name,
    coalesce(unit_type.name_en, unit_type.name) as type_name_en,
    listed.last_month < newest.newest_month as has_left,
    year_result.period_kind,
    year_result.period_start,
    year_result.as_of_month,
    year_result.year_start,
    year_result.unit_type as type_then,
    year_result.score,
    year_result.rank_in_type,
    year_result.unit_count,
    year_result.tier,
    tier_name.tier_en,
    year_result.tier_order,
    tier_count.tier_count,
    year_result.is_ranked,
    year_result.is_tiered,
    year_result.is_partial,
    year_result.is_provisional,
    year_result.month_count,
    year_result.ceiling is not null as has_veto,
    year_result.decided_tier is not null as is_decided,
    scheme.alpha,
    scheme.min_year_months,
    case when year_result.period_kind = 'year' then round_score(listed.mean_base) end as mean_base,
    case when year_result.period_kind = 'year' then listed.tiered_month_count end as tiered_month_count,
    case when year_result.period_kind = 'year' then round_score(year_result.quarter_end_base) end as year_end_base,
    case when year_result.period_kind = 'year' then round_score(year_result.base) end as year_base,
    case when year_result.period_kind = 'year' then year_result.bonus_points end as bonus_points,
    case when year_result.period_kind = 'year' then year_result.penalty_points end as penalty_points
from listed
cross join newest
inner join year_result on listed.unit_id = year_result.unit_id
inner join unit on listed.unit_id = unit.unit_id
inner join unit_type on listed.unit_type = unit_type.unit_type
inner join scheme on year_result.scheme_id = scheme.scheme_id
left join tier_name on year_result.tier = tier_name.tier
left join tier_count
    on
        year_result.scheme_id = tier_count.scheme_id
        and year_result.unit_type = tier_count.unit_type
where len($unit_types) = 0 or listed.unit_type = any($unit_types)
order by
    unit_type.sort_order,
    listed.unit_type,
    unit.sort_order,
    listed.unit_id,
    year_result.period_kind,
    year_result.period_start
