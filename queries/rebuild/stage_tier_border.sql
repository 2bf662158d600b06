-- purpose: compute tier_border once for the periods in scope; views above read this table in its place
create temp table tier_border as
select *
from tier_border
