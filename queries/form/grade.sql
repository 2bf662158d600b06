-- purpose: the grades of each open month's scheme, the best first
select
    active_month.month,
    grade.grade
from grade
inner join active_month on grade.scheme_id = active_month.scheme_id
order by active_month.month, grade.share desc, grade.grade
