-- purpose: 审定, the tier the leading group settled on; the latest accepted upload counts (domain.md section 5)
-- grain: period_kind, period_start, unit_id
select
    decision.period_kind,
    decision.period_start,
    decision.unit_id,
    decision.tier,
    decision.reason
from decision
inner join upload on decision.upload_id = upload.upload_id
where upload.status = 'accepted'
qualify
    row_number() over (
        partition by decision.period_kind, decision.period_start, decision.unit_id
        order by decision.upload_id desc
    ) = 1
