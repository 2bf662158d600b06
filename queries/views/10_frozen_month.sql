-- purpose: the months that were ever published: what was returned by then counts as late until it comes in again, also
--     while the month is reopened
-- grain: month
select distinct publication.period_start as month
from publication
where publication.period_kind = 'month'
