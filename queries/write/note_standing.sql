-- purpose: whether a note still stands; no row where there is none of that number
-- params: note_id integer
select note.withdrawn_at is null as is_standing
from note
where note.note_id = $note_id
