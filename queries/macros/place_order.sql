-- purpose: the tier a tied group's places give it at the first border it is not wholly past: up if it ends before the
--     border, or lies across it as joint first or within the allowed overshoot; else one tier down (domain.md section 5)
create or replace macro place_order(
    tier_order, last_place, is_gates_only, first_in_group, last_in_group, tie_first_goes_up, tie_max_overshoot
) as
    case
        when is_gates_only or last_place is null then tier_order
        when last_in_group <= last_place then tier_order
        when tie_first_goes_up and first_in_group = 1 then tier_order
        when last_in_group - last_place <= tie_max_overshoot then tier_order
        else tier_order + 1
    end;
