-- purpose: the latest month of a period that has results: what is shown of a quarter or a year
-- grain: one row
-- params: period_kind varchar, period_start date
select max(period_month.month) as month
from period_month
where
    period_month.scenario_id = 0
    and period_month.period_kind = $period_kind
    and period_month.period_start = $period_start
