-- The files a reference was taken in from, kept in `uploads/` under their hash, so that every scheme that was ever in
-- force can be handed out again as it came.
create table reference_file (
    revision_id integer not null,
    file_name varchar not null,
    sha256 varchar not null
);
