-- Publishing (domain.md section 5, Freeze and revision). Publishing and reopening are revisions like any other, so who,
-- when and why stand in `revision`. An edition of a period holds from `revision_id` until the revision in `reopened_by`
-- (null: it stands). Periods reopened by one revision are published again together or not at all. No row is ever changed
-- but for `reopened_by`. `content_hash` is the SHA-256 that queries/reports/content_hash.sql makes of what was published.
create table revision_with_publishing (
    revision_id integer primary key,
    made_at timestamp not null,
    made_by varchar not null,
    kind varchar not null check (kind in ('reference', 'import', 'undo', 'rescore', 'publish', 'reopen')),
    upload_id integer,
    note varchar not null
);

insert into revision_with_publishing select * from revision;
drop table revision;
alter table revision_with_publishing rename to revision;

create table publication (
    period_kind varchar not null check (period_kind in ('month', 'quarter', 'year')),
    period_start date not null,
    edition integer not null,
    revision_id integer not null,
    content_hash varchar not null,
    reopened_by integer
);
