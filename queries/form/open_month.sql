-- purpose: let every view speak of one month, whether it has data yet or not: this table stands before the view
-- params: month date
create temp table loaded_month as
select $month::date as month
