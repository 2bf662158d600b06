-- purpose: the number of the next note
select coalesce(max(note.note_id), 0) + 1 as note_id
from note
