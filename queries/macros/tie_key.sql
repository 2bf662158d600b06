-- purpose: what a tie-break compares, the better the larger; nothing where the scheme names no tie-break
create or replace macro tie_key(tie_break, veto_count, trunk_score, largest_score) as
    case tie_break
        when 'fewer_vetoes' then -veto_count
        when 'trunk' then coalesce(trunk_score, -1)
        when 'largest' then coalesce(largest_score, -1)
        else 0
    end::decimal(18, 2);
