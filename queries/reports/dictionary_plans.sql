-- purpose: the planned shares by the end of each month, for indicators with a curve of their own, scheme by scheme
-- grain: scheme_id, indicator_id, month_index
select
    plan_curve.scheme_id,
    plan_curve.indicator_id,
    plan_curve.month_index,
    (plan_curve.month_index + scheme.year_start_month - 2) % 12 + 1 as month_number,
    plan_curve.plan_share::double as plan_share
from plan_curve
inner join scheme on plan_curve.scheme_id = scheme.scheme_id
order by scheme.effective_month, plan_curve.scheme_id, plan_curve.indicator_id, plan_curve.month_index
