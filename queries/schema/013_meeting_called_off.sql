-- A meeting called by mistake is called off (取消), with a reason. Its slides stay as they were made; no later meeting takes
-- it for the one before.
create table meeting_called_off (
    meeting_id integer primary key,
    made_at timestamp not null,
    made_by varchar not null,
    reason varchar not null
);
