-- purpose: what analysts settled about the tables of every source, the newest answer to each question
select
    intake_answer.source,
    intake_answer.kind,
    intake_answer.text,
    arg_max(intake_answer.meaning, intake_answer.revision_id) as meaning
from intake_answer
group by intake_answer.source, intake_answer.kind, intake_answer.text
order by intake_answer.kind, intake_answer.source, intake_answer.text
