-- purpose: which of the codes and the period that a follow-up names are known to the county; what is not given is no fault
-- params: period_kind varchar, period_start date, owner_unit_id varchar, unit_id varchar, unit_type varchar, indicator_id varchar
select
    $period_kind::varchar is null or exists (
        select 1
        from stored_result
        where
            stored_result.scenario_id = 0
            and stored_result.period_kind = $period_kind
            and stored_result.period_start = $period_start
    ) as is_period_known,
    $owner_unit_id::varchar is null or $owner_unit_id in (select unit.unit_id from unit) as is_owner_known,
    $unit_id::varchar is null or $unit_id in (select unit.unit_id from unit) as is_unit_known,
    $unit_type::varchar is null or $unit_type in (select unit_type.unit_type from unit_type) as is_type_known,
    $indicator_id::varchar is null or $indicator_id in (select indicator.indicator_id from indicator)
        as is_indicator_known
