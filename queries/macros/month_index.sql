-- purpose: place of a month in the assessment year, 1..12 (domain.md section 4: m)
create or replace macro month_index(some_month, year_start_month) as
    (month(some_month) - year_start_month + 12) % 12 + 1;
