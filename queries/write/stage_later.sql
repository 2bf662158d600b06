-- purpose: the next number after the incoming ones in the same year, where one is in already
-- params: month date, year_start date
create or replace temporary table later as
select
    active_result.unit_id,
    active_result.indicator_id,
    min(active_result.month) as month,
    arg_min(active_result.value, active_result.month) as value
from active_result
inner join incoming
    on
        active_result.unit_id = incoming.unit_id
        and active_result.indicator_id = incoming.indicator_id
where
    active_result.scenario_id = 0
    and active_result.state in ('VALUE', 'ZERO')
    and active_result.month > $month
    and active_result.month < $year_start + interval 12 month
group by active_result.unit_id, active_result.indicator_id
