-- purpose: the start of the period before, by the calendar; January is skipped where it has no period
create or replace macro previous_period(period_kind, period_start, has_january_period) as
    (period_start - to_months(
        case
            when period_kind = 'year' then 12
            when period_kind = 'quarter' then 3
            when month(period_start) = 2 and not has_january_period then 2
            else 1
        end
    ))::date;
