-- purpose: the decisions as they count now
select
    active_decision.period_kind,
    active_decision.period_start,
    active_decision.unit_id,
    active_decision.tier,
    active_decision.reason
from active_decision
