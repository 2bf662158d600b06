-- purpose: the annual targets by the month from which they hold; the latest accepted upload counts
-- grain: month, unit_id, indicator_id
with calendar as (
    select min(scheme.year_start_month) as year_start_month
    from scheme
)

select
    target.month,
    target.unit_id,
    target.indicator_id,
    target.value as target_value,
    months_before(target.month, month_index(target.month, calendar.year_start_month) - 1) as year_start
from target
inner join upload on target.upload_id = upload.upload_id
cross join calendar
where upload.status = 'accepted'
qualify
    row_number() over (
        partition by target.month, target.unit_id, target.indicator_id
        order by target.upload_id desc
    ) = 1
