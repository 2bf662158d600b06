-- The days of the month after on which a month is put together and published, after the tables have come in by each
-- indicator's `due_day`. A calendar for people: no score depends on it.

alter table scheme add column compile_day integer default 20;
alter table scheme alter column compile_day set not null;
alter table scheme add column publish_day integer default 25;
alter table scheme alter column publish_day set not null;
