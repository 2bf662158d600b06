-- purpose: every version of a follow-up, the first one first, with the names of the columns in which it differs from the
--     version before it (none in the first)
-- grain: version
-- params: follow_up_id integer
select
    now_version.follow_up_id,
    now_version.version,
    now_version.made_at,
    now_version.made_by,
    now_version.title,
    now_version.owner_unit_id,
    owner.name as owner,
    coalesce(owner.name_en, owner.name) as owner_en,
    now_version.person,
    now_version.due_on,
    now_version.state,
    now_version.evidence,
    now_version.period_kind,
    now_version.period_start,
    now_version.unit_type,
    now_version.unit_id,
    now_version.indicator_id,
    list_filter(
        [
            if(now_version.title <> before.title, 'title', null),
            if(now_version.owner_unit_id <> before.owner_unit_id, 'owner', null),
            if(now_version.person is distinct from before.person, 'person', null),
            if(now_version.due_on <> before.due_on, 'due_on', null),
            if(now_version.state <> before.state, 'state', null),
            if(now_version.evidence is distinct from before.evidence, 'evidence', null),
            if(
                (now_version.period_kind, now_version.period_start) <> (before.period_kind, before.period_start)
                or now_version.unit_type is distinct from before.unit_type
                or now_version.unit_id is distinct from before.unit_id
                or now_version.indicator_id is distinct from before.indicator_id,
                'subject',
                null
            )
        ],
        lambda name: now_version.version > 1 and name is not null
    ) as changes
from follow_up as now_version
left join follow_up as before
    on
        now_version.follow_up_id = before.follow_up_id
        and now_version.version = before.version + 1
left join unit as owner on now_version.owner_unit_id = owner.unit_id
where now_version.follow_up_id = $follow_up_id
order by now_version.version
