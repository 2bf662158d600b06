-- purpose: a milestone has a share above 0
-- grain: place
-- severity: reject
-- table: milestone.csv
-- column: share
-- message: Milestone {milestone} of {indicator_id} has the share {share}; it must be above 0.
select
    milestone.indicator_id || ' ' || milestone.milestone as place,
    milestone.indicator_id,
    milestone.milestone,
    milestone.share::varchar as share
from milestone
where milestone.share <= 0
order by place
