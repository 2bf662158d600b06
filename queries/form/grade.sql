-- purpose: the grades of the open month's scheme, the best first
select grade.grade
from grade
inner join active_month on grade.scheme_id = active_month.scheme_id
order by grade.share desc, grade.grade
