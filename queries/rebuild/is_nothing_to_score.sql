-- purpose: whether no month has data and no result is stored: a county's reference before its first month
with something as (
    select loaded_month.month as period_start
    from loaded_month
    union all
    select stored_result.period_start
    from stored_result
    where stored_result.superseded_by is null
)

select count(*) = 0 as is_nothing_to_score
from something
