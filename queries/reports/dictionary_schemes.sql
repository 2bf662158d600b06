-- purpose: every scheme with its document, the one in force in a month marked
-- grain: scheme_id
-- params: month date
select
    scheme.scheme_id,
    scheme.name as scheme,
    coalesce(scheme.name_en, scheme.name) as scheme_en,
    scheme.document_number,
    scheme.effective_month,
    coalesce(
        scheme.effective_month = max(scheme.effective_month) filter (where scheme.effective_month <= $month) over (),
        false
    ) as is_in_force
from scheme
order by scheme.effective_month, scheme.scheme_id
