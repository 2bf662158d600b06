-- What came in. Rows are only ever added: an upload is accepted or undone, never edited.
-- `month` is the first day of the month; 1-2月 is one period stored as February (domain.md section 5).

create table revision (
    revision_id integer primary key,
    made_at timestamp not null,
    made_by varchar not null,
    kind varchar not null check (kind in ('reference', 'import', 'undo', 'rescore')),
    upload_id integer,
    note varchar not null
);

-- upload 0 is the reference itself (targets that came with it).
create table upload (
    upload_id integer primary key,
    revision_id integer not null,
    month date not null,
    file_name varchar not null,
    sha256 varchar not null,
    received_on date not null,
    status varchar not null check (status in ('accepted', 'undone'))
);

create table result (
    scenario_id integer not null,
    upload_id integer not null,
    month date not null,
    unit_id varchar not null,
    indicator_id varchar not null,
    value decimal(18, 6),
    state varchar not null
    check (state in ('VALUE', 'ZERO', 'NA_BY_RULE', 'NO_CASE', 'NOT_DUE', 'LATE', 'REJECTED', 'BLANK')),
    sheet varchar not null,
    cell varchar not null
);

create table target (
    upload_id integer not null,
    month date not null,
    unit_id varchar not null,
    indicator_id varchar not null,
    value decimal(18, 6),
    sheet varchar not null,
    cell varchar not null
);

-- kind null: this unit has no event in this file's month (the sheet says so by listing others).
create table event (
    upload_id integer not null,
    month date not null,
    unit_id varchar not null,
    kind varchar,
    event varchar not null,
    document varchar not null,
    happened_on date,
    quantity integer not null,
    points decimal(9, 4),
    sheet varchar not null,
    cell varchar not null
);

-- grade null: an abstention (弃权), which is no ballot; ballots 0: the group did not vote.
create table vote (
    upload_id integer not null,
    month date not null,
    unit_id varchar not null,
    indicator_id varchar not null,
    voter_group varchar not null,
    grade varchar,
    ballots integer not null,
    sheet varchar not null,
    cell varchar not null
);

create table milestone_progress (
    upload_id integer not null,
    month date not null,
    unit_id varchar not null,
    indicator_id varchar not null,
    milestone varchar not null,
    done_on date,
    sheet varchar not null,
    cell varchar not null
);

create table decision (
    upload_id integer not null,
    month date not null,
    period_kind varchar not null check (period_kind in ('month', 'quarter', 'year')),
    period_start date not null,
    unit_id varchar not null,
    tier varchar,
    reason varchar not null,
    sheet varchar not null,
    cell varchar not null
);
