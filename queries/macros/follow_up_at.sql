-- purpose: every follow-up as its last version made by a moment says; with null as its last version
create or replace macro follow_up_at(written_until) as table
    select follow_up.*
    from follow_up
    where written_until::timestamp is null or follow_up.made_at <= written_until::timestamp
    qualify row_number() over (partition by follow_up.follow_up_id order by follow_up.version desc) = 1;
