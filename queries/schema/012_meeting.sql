-- The review meeting (评审会). A meeting shows one revision of one period, named when it is called; `edition` is null for a
-- draft. Nothing of it is edited: its slides are kept as they were made at the last `meeting_freeze`, with the notes and
-- follow-ups of then, and the last row of a slide's title in a language counts (null: the title its numbers give it).
-- A follow-up (议定事项) is kept by versions, each a whole row: the last one is the item as it stands. `state` is open, done
-- or dropped. What it is about (unit, unit_type, indicator) is stated by codes; null says none in particular.
create table meeting (
    meeting_id integer primary key,
    made_at timestamp not null,
    made_by varchar not null,
    name varchar not null,
    held_on date not null,
    period_kind varchar not null check (period_kind in ('month', 'quarter', 'year')),
    period_start date not null,
    revision_id integer not null,
    edition integer
);

create table meeting_freeze (
    meeting_id integer not null,
    made_at timestamp not null,
    made_by varchar not null
);

create table meeting_deck (
    meeting_id integer not null,
    made_at timestamp not null,
    language varchar not null,
    content varchar not null
);

create table slide_title (
    title_id integer primary key,
    meeting_id integer not null,
    slide_key varchar not null,
    language varchar not null,
    title varchar,
    made_at timestamp not null,
    made_by varchar not null
);

create table follow_up (
    follow_up_id integer not null,
    version integer not null,
    made_at timestamp not null,
    made_by varchar not null,
    title varchar not null,
    owner_unit_id varchar not null,
    person varchar,
    due_on date not null,
    state varchar not null check (state in ('open', 'done', 'dropped')),
    evidence varchar,
    period_kind varchar not null check (period_kind in ('month', 'quarter', 'year')),
    period_start date not null,
    unit_type varchar,
    unit_id varchar,
    indicator_id varchar,
    primary key (follow_up_id, version)
);
