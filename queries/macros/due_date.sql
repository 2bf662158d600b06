-- purpose: the day a month's table is due: a day of the month after, its last day if the month is too short
create or replace macro due_date(some_month, due_day) as
    least(
        last_day((some_month + to_months(1))::date),
        (some_month + to_months(1) + to_days((due_day - 1)::integer))::date
    );
