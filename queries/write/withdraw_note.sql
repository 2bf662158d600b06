-- purpose: take a note back; its row stays with who did it and why
-- params: note_id integer, withdrawn_at timestamp, withdrawn_by varchar, because varchar
update note
set
    withdrawn_at = $withdrawn_at,
    withdrawn_by = $withdrawn_by,
    withdrawn_because = $because
where note_id = $note_id
