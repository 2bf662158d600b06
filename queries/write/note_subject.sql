-- purpose: which of the codes and the period that a note names are known to the county; a code not given is no fault
-- params: period_kind varchar, period_start date, unit_id varchar, unit_type varchar, indicator_id varchar
select
    $period_start in (
        select stored_result.period_start
        from stored_result
        where stored_result.scenario_id = 0 and stored_result.period_kind = $period_kind
    ) as is_period_known,
    $unit_id::varchar is null or $unit_id in (select unit.unit_id from unit) as is_unit_known,
    $unit_type::varchar is null or $unit_type in (select unit_type.unit_type from unit_type) as is_type_known,
    $indicator_id::varchar is null or $indicator_id in (select indicator.indicator_id from indicator)
        as is_indicator_known
