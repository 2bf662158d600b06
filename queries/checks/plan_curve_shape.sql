-- purpose: a plan curve has twelve months, never falls and ends at 1 (domain.md section 4)
-- grain: place
-- severity: reject
-- table: plan_curve.csv
-- column: indicator_id
-- message: The plan curve of {indicator_id} in scheme {scheme_id} must have months 1 to 12, never fall, lie between 0 and 1 and end at 1.
with curve as (
    select
        plan_curve.scheme_id,
        plan_curve.indicator_id,
        list(plan_curve.plan_share order by plan_curve.month_index) as shares,
        count(distinct plan_curve.month_index) as month_count,
        count(*) as row_count
    from plan_curve
    group by plan_curve.scheme_id, plan_curve.indicator_id
)

select
    curve.scheme_id || ' ' || curve.indicator_id as place,
    curve.scheme_id,
    curve.indicator_id
from curve
where
    curve.month_count <> 12
    or curve.row_count <> 12
    or curve.shares <> list_sort(curve.shares)
    or curve.shares[1] < 0
    or curve.shares[12] <> 1
order by place
