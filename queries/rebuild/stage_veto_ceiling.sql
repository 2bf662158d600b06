-- purpose: compute veto_ceiling once for the periods in scope; views above read this table in its place
create temp table veto_ceiling as
select *
from veto_ceiling
