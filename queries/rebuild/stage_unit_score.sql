-- purpose: compute unit_score once for the periods in scope; views above read this table in its place
-- params: kinds varchar[], first_month date, last_month date
create temp table unit_score as
select *
from unit_score
where
    scenario_id = 0
    and period_kind = any($kinds)
    and period_start <= $last_month
    and case period_kind
        when 'month' then period_start >= $first_month
        else year_start > months_before($first_month, 12)
    end
