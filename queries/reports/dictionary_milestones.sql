-- purpose: the milestones of a month's assessment year that every unit with the indicator has; those of single units
--     are counted
-- grain: indicator_id, due_on, milestone (milestone null: milestones of single units)
-- params: month date
with scheme_now as (
    select scheme.year_start_month
    from scheme
    where scheme.effective_month <= $month
    qualify row_number() over (order by scheme.effective_month desc, scheme.scheme_id) = 1
),

own_year as (
    select year(months_before($month::date, month_index($month::date, scheme_now.year_start_month) - 12)) as assessment_year
    from scheme_now
)

select
    milestone.indicator_id,
    case when milestone.unit_id = '' then milestone.milestone end as milestone,
    case when milestone.unit_id = '' then milestone.due_on end as due_on,
    (case when milestone.unit_id = '' then milestone.share end)::double as share,
    count(distinct nullif(milestone.unit_id, ''))::integer as unit_count
from milestone
inner join own_year on milestone.year = own_year.assessment_year
group by all
order by milestone.indicator_id, due_on nulls last, milestone nulls last
