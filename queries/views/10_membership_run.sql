-- purpose: each membership with the day since which its unit has been a member without a gap, types aside
-- grain: unit_id, starts_on
with membership_step as (
    select
        membership.unit_id,
        membership.unit_type,
        membership.starts_on,
        coalesce(membership.ends_on, date '9999-12-31') as ends_on,
        max(coalesce(membership.ends_on, date '9999-12-31')) over (
            partition by membership.unit_id order by membership.starts_on
            rows between unbounded preceding and 1 preceding
        ) as ended_before_on
    from membership
)

select
    membership_step.unit_id,
    membership_step.unit_type,
    membership_step.starts_on,
    membership_step.ends_on,
    max(membership_step.starts_on) filter (
        where membership_step.ended_before_on is null
        or membership_step.starts_on > (membership_step.ended_before_on + to_days(1))
    ) over (partition by membership_step.unit_id order by membership_step.starts_on) as joined_on
from membership_step
