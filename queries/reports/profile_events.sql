-- purpose: the bonuses, deductions and vetoes of a unit in some months, with their documents, what each states and why
--     it does not count where it does not (an event counts once, in a month's score in its first month, in a year's
--     at its highest level); caps come after
-- grain: month, sheet, cell
-- params: unit_id varchar, period_kind varchar, first_month date, last_month date
with lateness_type as (
    select distinct
        rule.scheme_id,
        rule.unit_type
    from rule
    inner join indicator on rule.indicator_id = indicator.indicator_id
    where indicator.measures_lateness and rule.scenario_id = 0
),

own_event as (
    select
        month_event.*,
        active_event.happened_on,
        active_event.upload_id,
        case month_event.effect
            when 'bonus' then month_event.points
            when 'penalty' then month_event.quantity * month_event.points
            when 'late_table' then month_event.quantity * scheme.late_table_points
            when 'missing_table' then month_event.quantity * scheme.missing_table_points
        end as stated_points,
        lateness_type.unit_type is not null as is_lateness_measured,
        month_event.effect = 'bonus' and month_event.is_counted_bonus and (
            (
                $period_kind <> 'year'
                and month_event.month
                > min(month_event.month) filter (where month_event.is_counted_bonus) over same_event
            )
            or row_number() over (
                partition by
                    month_event.year_start, month_event.event,
                    case when $period_kind <> 'year' then month_event.month end
                order by
                    month_event.is_counted_bonus desc, month_event.points desc, month_event.month,
                    month_event.sheet, month_event.cell
            ) > 1
        ) as is_repeated
    from month_event
    inner join active_event
        on
            month_event.month = active_event.month
            and month_event.unit_id = active_event.unit_id
            and month_event.sheet = active_event.sheet
            and month_event.cell = active_event.cell
    inner join scheme on month_event.scheme_id = scheme.scheme_id
    left join lateness_type
        on
            month_event.scheme_id = lateness_type.scheme_id
            and month_event.unit_type = lateness_type.unit_type
    where
        month_event.scenario_id = 0
        and month_event.unit_id = $unit_id
        and month_event.month <= $last_month
    window same_event as (partition by month_event.year_start, month_event.event)
)

select
    own_event.month,
    own_event.effect,
    own_event.kind,
    coalesce(event_kind.name_en, own_event.kind) as kind_en,
    own_event.event,
    own_event.document,
    own_event.happened_on,
    own_event.quantity,
    own_event.stated_points,
    own_event.ceiling,
    ceiling_name.tier_en as ceiling_en,
    case
        when own_event.quantity <= 0 then 'none'
        when own_event.effect = 'bonus' and not own_event.is_counted_bonus then 'no_document'
        when own_event.is_repeated then 'repeated'
        when own_event.effect in ('late_table', 'missing_table') and own_event.is_lateness_measured
            then 'measured_by_indicator'
        else 'counted'
    end as counting,
    upload.file_name,
    own_event.sheet,
    own_event.cell,
    own_event.upload_id,
    upload.received_on
from own_event
inner join event_kind
    on
        own_event.scheme_id = event_kind.scheme_id
        and own_event.kind = event_kind.kind
left join upload on own_event.upload_id = upload.upload_id
left join tier_name as ceiling_name on own_event.ceiling = ceiling_name.tier
where own_event.month >= $first_month
order by own_event.month, own_event.effect, own_event.sheet, own_event.cell
