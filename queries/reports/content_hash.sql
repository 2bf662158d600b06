-- purpose: the SHA-256 of what a period says: every unit's result, and for a month every cell, each as a list of texts,
--     sorted; it stays the same however the numbers were arrived at
-- grain: one row
-- params: period_kind varchar, period_start date
with result_line as (
    select
        to_json([
            'result', result.unit_id, result.unit_type, result.scheme_id, result.base::varchar,
            result.bonus_points::varchar, result.penalty_points::varchar, result.score::varchar,
            result.is_ranked::varchar, result.rank_in_type::varchar, result.unit_count::varchar,
            result.computed_tier, result.tier, result.is_provisional::varchar
        ])::varchar as text
    from stored_result as result
    where
        result.superseded_by is null
        and result.scenario_id = 0
        and result.period_kind = $period_kind
        and result.period_start = $period_start
),

cell_line as (
    select
        to_json([
            'cell', cell.unit_id, cell.indicator_id, cell.state, cell.value::varchar, cell.target_value::varchar,
            cell.weight::varchar, cell.share::varchar
        ])::varchar as text
    from stored_cell as cell
    where
        $period_kind = 'month'
        and cell.superseded_by is null
        and cell.scenario_id = 0
        and cell.month = $period_start
),

line as (
    select result_line.text from result_line
    union all
    select cell_line.text from cell_line
)

select sha256(string_agg(line.text, chr(10) order by line.text)) as content_hash
from line
