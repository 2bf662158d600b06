-- purpose: the units that count in a month: joined by the join day and a member on the last day (domain.md section 5)
-- grain: month, unit_id
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
),

membership_run as (
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
)

select
    active_month.month,
    membership_run.unit_id,
    membership_run.unit_type,
    active_month.scheme_id,
    membership_run.joined_on,
    case
        when membership_run.joined_on >= active_month.year_start
            then month_index(membership_run.joined_on, month(active_month.year_start))
    end as joined_index
from active_month
inner join membership_run
    on
        active_month.month_end between membership_run.starts_on and membership_run.ends_on
        and active_month.join_deadline >= membership_run.joined_on
