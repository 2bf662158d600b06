-- purpose: the notes that stand, or stood at a moment, on the periods that begin in a span, with what they are about
--     in words
--     the type of a note on a unit is the one the unit has in that period
-- grain: note_id
-- params: first_start date, last_start date, written_until timestamp
select
    note.note_id,
    note.made_at,
    note.made_by,
    note.period_kind,
    note.period_start,
    note.unit_id,
    unit.name as unit,
    coalesce(unit.name_en, unit.name) as unit_en,
    coalesce(note.unit_type, stored_result.unit_type) as unit_type,
    note.indicator_id,
    indicator.name as indicator,
    coalesce(indicator.name_en, indicator.name) as indicator_en,
    note.text
from note
left join unit on note.unit_id = unit.unit_id
left join indicator on note.indicator_id = indicator.indicator_id
left join stored_result
    on
        note.period_kind = stored_result.period_kind
        and note.period_start = stored_result.period_start
        and note.unit_id = stored_result.unit_id
        and stored_result.scenario_id = 0
        and stored_result.superseded_by is null
where
    note.period_start between $first_start and $last_start
    and ($written_until::timestamp is null or note.made_at <= $written_until::timestamp)
    and (note.withdrawn_at is null or note.withdrawn_at > $written_until::timestamp)
order by note.period_start desc, note.note_id desc
