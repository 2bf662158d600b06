-- purpose: the light of a lag in points of the annual target (domain.md section 5, Lights); nothing done is red while
--     little is planned, and less than nothing counts as nothing
create or replace macro light(lag, plan_share, actual, yellow_lag, red_lag, red_before_share) as
    case
        when lag is null then null
        when plan_share < red_before_share and actual <= 0 then 'red'
        when lag > red_lag then 'red'
        when lag >= yellow_lag then 'yellow'
        else 'green'
    end;
