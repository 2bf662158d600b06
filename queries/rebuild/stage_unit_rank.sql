-- purpose: compute unit_rank once for the periods in scope; views above read this table in its place
create temp table unit_rank as
select *
from unit_rank
