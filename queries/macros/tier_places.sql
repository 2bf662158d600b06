-- purpose: the places of one tier among n ranked units: its quota in the scheme's rounding, the first tier at least
--     so many as the scheme asks for in a group large enough (domain.md section 5, Tier)
create or replace macro tier_places(quota, tier_order, unit_count, quota_rounding, min_group_for_quota, min_first_places) as
    greatest(
        places(quota, unit_count, quota_rounding),
        case when tier_order = 1 and unit_count >= min_group_for_quota then min_first_places else 0 end
    );
