-- purpose: the part of a year's work done by a month (P of domain.md section 8, 预判), for each value scored by completion,
--     and how far a forecast by it was off once the year had ended: error_rate = |X / basis_share / X12 - 1|
--     Last year's X of the same month over last year's X12: of the same unit, indicator and basis, both scored by
--     completion, both the cells' own (nothing carried), X12 above 0, the part above 0 at 2 decimals of percent. Neither
--     a unit's type nor a name matters: the work is the unit's own, an indicator is its id, and a target is not in it.
--     Only a unit that was there from last year's first month on has last year's shape; a part of a year differs.
--     Else the months so far over those of the year: m/12; of a unit that joined in month j (m-j+1)/(13-j), as its plan.
--     Both are 1 in the year's last month. A plan curve is a promise, not experience: it is not used.
--     No error without an own value above 0 in the year's last month.
-- grain: scenario_id, month, unit_id, indicator_id
with known_value as (
    select
        current_cell.scenario_id,
        current_cell.month,
        current_cell.unit_id,
        current_cell.indicator_id,
        current_cell.unit_type,
        current_cell.year_start,
        current_cell.basis,
        current_cell.value::double as value,
        month_index(current_cell.month, month(current_cell.year_start)) as month_index
    from current_cell
    where
        current_cell.state in ('VALUE', 'ZERO', 'REJECTED')
        and current_cell.value is not null
        and list_contains(string_split(current_cell.function_key, ' + '), 'completion')
),

year_value as (
    select
        known_value.*,
        year_end.value as year_value
    from known_value
    left join known_value as year_end
        on
            known_value.scenario_id = year_end.scenario_id
            and known_value.year_start = year_end.year_start
            and known_value.unit_id = year_end.unit_id
            and known_value.indicator_id = year_end.indicator_id
            and known_value.basis = year_end.basis
            and year_end.month_index = 12
            and year_end.value > 0
),

member_value as (
    select
        year_value.*,
        membership_run.joined_on,
        case
            when membership_run.joined_on >= year_value.year_start
                then month_index(membership_run.joined_on, month(year_value.year_start))
            else 1
        end as first_index
    from year_value
    left join membership_run
        on
            year_value.unit_id = membership_run.unit_id
            and last_day(year_value.month) between membership_run.starts_on and membership_run.ends_on
),

shaped as (
    select
        member_value.*,
        member_value.month_index - member_value.first_index + 1 as month_count,
        case when past.value / past.year_value >= 0.00005 then past.value / past.year_value end as past_share,
        coalesce(past_share, month_count / (13 - member_value.first_index)) as basis_share
    from member_value
    left join year_value as past
        on
            member_value.scenario_id = past.scenario_id
            and months_before(member_value.month, 12) = past.month
            and member_value.unit_id = past.unit_id
            and member_value.indicator_id = past.indicator_id
            and member_value.basis = past.basis
            and last_day(past.year_start) >= member_value.joined_on
)

select
    shaped.scenario_id,
    shaped.month,
    shaped.unit_id,
    shaped.indicator_id,
    shaped.unit_type,
    shaped.year_start,
    shaped.month_index,
    shaped.month_count,
    shaped.basis_share,
    shaped.past_share is not null as is_from_last_year,
    abs(shaped.value / shaped.basis_share / shaped.year_value - 1) as error_rate
from shaped
