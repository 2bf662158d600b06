-- purpose: let every view speak of some months, whether they have data yet or not: this table stands before the view
-- params: months date[]
create temp table loaded_month as
select unnest($months::date[]) as month
