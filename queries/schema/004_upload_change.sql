-- What an upload changed when it was committed, counted for the history.
create table upload_change (
    upload_id integer not null,
    section varchar not null,
    kind varchar not null check (kind in ('new', 'changed', 'unchanged', 'missing')),
    change_count integer not null
);
