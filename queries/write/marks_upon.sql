-- purpose: the later uploads that only send back (退回) numbers which came with uploads about to be undone and with no
--     other: with its number the mark has nothing to stand on
-- params: upload_ids integer[]
with number as (
    select
        result.month,
        result.unit_id,
        result.indicator_id,
        bool_or(result.upload_id = any($upload_ids)) as goes,
        bool_or(not result.upload_id = any($upload_ids)) as stays
    from result
    inner join upload on result.upload_id = upload.upload_id
    where upload.status = 'accepted' and result.scenario_id = 0 and result.state <> 'REJECTED'
    group by result.month, result.unit_id, result.indicator_id
)

select upload.upload_id
from upload
inner join result on upload.upload_id = result.upload_id
left join number
    on result.month = number.month and result.unit_id = number.unit_id and result.indicator_id = number.indicator_id
where
    upload.status = 'accepted'
    and upload.upload_id > list_max($upload_ids)
    and not exists (
        select 1
        from upload_change
        where upload_change.upload_id = upload.upload_id and upload_change.section <> 'result'
    )
group by upload.upload_id
having bool_and(result.state = 'REJECTED' and coalesce(number.goes and not number.stays, false))
order by upload.upload_id
