-- purpose: scores are compared and shown at 2 decimals, half away from zero (domain.md section 4, Arithmetic)
create or replace macro round_score(score) as
    round(score::decimal(38, 10), 2)::decimal(18, 2);
