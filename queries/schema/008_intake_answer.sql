-- What analysts settled about the tables of a source, so that next month's go straight through. It is a memory for the
-- reader of workbooks: no number depends on it once a table is in. The newest answer to a question counts; none is
-- ever changed. `source` tells tables of one shape, by their headings; an empty `meaning` passes the column or row over,
-- or takes the word for a blank.
create table intake_answer (
    revision_id integer not null,
    made_by varchar not null,
    source varchar not null,
    kind varchar not null check (kind in ('column', 'unit', 'word', 'measure')),
    text varchar not null,
    meaning varchar not null
);
