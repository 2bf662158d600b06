-- purpose: the word of a tier beside an earlier one: a shift needs a tier on both sides in the same type; is_first: no
--     earlier period has tiers by rule (domain.md section 5, Changes)
create or replace macro tier_shift(tier_order, earlier_order, is_first, is_in_earlier, is_earlier_loaded, is_same_type) as
    case
        when tier_order is null then 'not_comparable'
        when is_first then 'first'
        when not is_in_earlier and is_earlier_loaded then 'new'
        when not is_in_earlier then 'not_comparable'
        when not is_same_type or earlier_order is null then 'not_comparable'
        when tier_order < earlier_order then 'promoted'
        when tier_order > earlier_order then 'demoted'
        else 'unchanged'
    end;
