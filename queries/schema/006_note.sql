-- Analysts' notes on a month, a unit, a type or an indicator. A note is never edited: it is withdrawn, with a reason, and
-- another one written. What it is about is stated by codes; null says "all of them".
create table note (
    note_id integer primary key,
    made_at timestamp not null,
    made_by varchar not null,
    period_kind varchar not null check (period_kind in ('month', 'quarter', 'year')),
    period_start date not null,
    unit_id varchar,
    unit_type varchar,
    indicator_id varchar,
    text varchar not null,
    withdrawn_at timestamp,
    withdrawn_by varchar,
    withdrawn_because varchar
);
