-- purpose: every module that a rule names exists in its scheme
-- grain: place, code
-- severity: reject
-- table: reference
-- column: module_id
-- message: {what} names {column} “{code}”, which is not there.
select distinct
    'rule.csv' as place,
    'rule.csv' as what,
    'module' as "column",
    rule.scheme_id || ' ' || rule.module_id as code
from rule
left join module
    on
        rule.scheme_id = module.scheme_id
        and rule.module_id = module.module_id
where module.module_id is null
order by place, code
