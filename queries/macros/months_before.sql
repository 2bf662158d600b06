-- purpose: the first day of the month that lies a number of months before another
create or replace macro months_before(some_month, month_count) as
    (some_month - to_months((month_count)::integer))::date;
