-- purpose: the units that count in a month: joined by the join day and a member on the last day (domain.md section 5)
-- grain: month, unit_id
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
