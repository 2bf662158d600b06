-- purpose: places a quota gives among a number of units, by the scheme's rounding (domain.md section 5, Tier)
create or replace macro places(quota, unit_count, rounding) as
    case rounding
        when 'floor' then floor(quota * unit_count)
        when 'ceil' then ceil(quota * unit_count)
        when 'round' then round(quota * unit_count)
    end::integer;
