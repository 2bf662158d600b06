-- purpose: the incoming numbers beside the last two of the same unit and indicator; null where there are none
create or replace temporary table beside as
select
    incoming.*,
    before.value as before,
    before.month as before_month,
    before.is_same_year,
    before.gap,
    before.projected,
    earlier.value as earlier
from incoming
left join recent as before
    on
        incoming.unit_id = before.unit_id
        and incoming.indicator_id = before.indicator_id
        and before.back = 1
left join recent as earlier
    on
        incoming.unit_id = earlier.unit_id
        and incoming.indicator_id = earlier.indicator_id
        and earlier.back = 2
