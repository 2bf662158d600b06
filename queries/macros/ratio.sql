-- purpose: a division that has no answer over a missing or zero divisor
create or replace macro ratio(dividend, divisor) as
    dividend / nullif(divisor, 0);
