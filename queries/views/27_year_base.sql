-- purpose: the year-end side of the annual result: each indicator by its basis, weighed by the last month's rules
--     (domain.md section 5, 年汇总)
-- grain: scenario_id, month, unit_id (month: the one up to which the year is summed)
with year_cell as (
    select
        this_month.scenario_id,
        this_month.month,
        this_month.unit_id,
        this_month.indicator_id,
        this_month.weight,
        this_month.is_trunk,
        case this_month.basis
            when 'monthly' then avg(earlier.own_share::double) filter (
                where earlier.own_state in ('VALUE', 'ZERO', 'LATE', 'REJECTED')
            )
            when 'point' then arg_max(earlier.share, earlier.month) filter (
                where earlier.share is not null
            )::double
            else any_value(this_month.share)::double
        end::decimal(38, 12) as share
    from effective_cell as this_month
    inner join effective_cell as earlier
        on
            this_month.scenario_id = earlier.scenario_id
            and this_month.unit_id = earlier.unit_id
            and this_month.indicator_id = earlier.indicator_id
            and this_month.year_start = earlier.year_start
            and this_month.month >= earlier.month
    group by
        this_month.scenario_id,
        this_month.month,
        this_month.unit_id,
        this_month.indicator_id,
        this_month.weight,
        this_month.is_trunk,
        this_month.basis
),

weighed_cell as (
    select
        year_cell.*,
        (year_cell.weight::double * year_cell.share::double)::decimal(38, 12) as points,
        year_cell.weight = max(year_cell.weight) filter (where year_cell.share is not null) over (
            partition by year_cell.scenario_id, year_cell.month, year_cell.unit_id
        ) as is_largest
    from year_cell
)

select
    weighed_cell.scenario_id,
    weighed_cell.month,
    weighed_cell.unit_id,
    (100 * ratio(
        sum(weighed_cell.points)::double,
        (sum(weighed_cell.weight) filter (where weighed_cell.share is not null))::double
    ))::decimal(38, 10) as base,
    sum(weighed_cell.weight) filter (where weighed_cell.share is not null) as applicable_weight,
    round_score(100 * ratio(
        (sum(weighed_cell.points) filter (where weighed_cell.is_trunk))::double,
        (sum(weighed_cell.weight) filter (
            where weighed_cell.is_trunk and weighed_cell.share is not null
        ))::double
    )) as trunk_score,
    round_score(sum(weighed_cell.points) filter (where weighed_cell.is_largest)) as largest_score
from weighed_cell
group by weighed_cell.scenario_id, weighed_cell.month, weighed_cell.unit_id
