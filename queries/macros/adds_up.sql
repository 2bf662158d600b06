-- purpose: whether an indicator's values of several units may be added: sums to date of amounts or counts
create or replace macro adds_up(basis, value_kind) as
    basis = 'cumulative' and value_kind in ('amount', 'count');
