-- purpose: the numbers that files bring for a month, one row a cell, beside what they are numbers of; for the doubts
-- params: unit_ids varchar[], unit_types varchar[], indicator_ids varchar[], numbers decimal(18,6)[], targets decimal(18,6)[], sheets varchar[], cells varchar[]
create or replace temporary table incoming as
select
    given.unit_id,
    given.unit_type,
    given.indicator_id,
    given.number as value,
    given.target,
    given.sheet,
    given.cell,
    regexp_extract(given.cell, '\d+$')::integer as row_number,
    unit.name as unit,
    indicator.name as indicator,
    indicator.basis = 'cumulative' and indicator.value_kind in ('amount', 'count') as is_additive
from (
    select
        unnest($unit_ids) as unit_id,
        unnest($unit_types) as unit_type,
        unnest($indicator_ids) as indicator_id,
        unnest($numbers) as number,
        unnest($targets) as target,
        unnest($sheets) as sheet,
        unnest($cells) as cell
) as given
inner join unit on given.unit_id = unit.unit_id
inner join indicator on given.indicator_id = indicator.indicator_id
