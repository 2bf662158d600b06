-- purpose: what a month's uploads say of each milestone; the latest accepted upload counts
-- grain: month, unit_id, indicator_id, milestone
with calendar as (
    select min(scheme.year_start_month) as year_start_month
    from scheme
)

select
    milestone_progress.month,
    milestone_progress.unit_id,
    milestone_progress.indicator_id,
    milestone_progress.milestone,
    milestone_progress.done_on,
    milestone_progress.upload_id,
    milestone_progress.sheet,
    milestone_progress.cell,
    upload.received_on,
    months_before(
        milestone_progress.month,
        month_index(milestone_progress.month, calendar.year_start_month) - 1
    ) as year_start
from milestone_progress
inner join upload on milestone_progress.upload_id = upload.upload_id
cross join calendar
where upload.status = 'accepted'
qualify
    row_number() over (
        partition by
            milestone_progress.month,
            milestone_progress.unit_id,
            milestone_progress.indicator_id,
            milestone_progress.milestone
        order by milestone_progress.upload_id desc
    ) = 1
