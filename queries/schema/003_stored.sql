-- The stored answers. A row holds from `revision_id` until the revision in `superseded_by` (null: still true), so that
-- every earlier revision stays readable and a revision's changes are its own rows. Scenario 0 is the record.

create table scenario (
    scenario_id integer primary key,
    name varchar not null
);

insert into scenario values (0, 'record');

-- One row a file of queries/functions, read from its header at each start.
create table scoring_function (
    function varchar primary key,
    needs varchar[] not null,
    plan varchar not null check (plan in ('always', 'by_plan', 'never')),
    zero_target varchar not null check (zero_target in ('not_applicable', 'allowed')),
    lower_is_better varchar not null check (lower_is_better in ('ok', 'refused', 'ignored')),
    input varchar not null check (input in ('result', 'votes', 'milestones', 'parts')),
    is_relative boolean not null
);

create table stored_cell (
    scenario_id integer not null,
    month date not null,
    unit_id varchar not null,
    indicator_id varchar not null,
    unit_type varchar not null,
    scheme_id varchar not null,
    year_start date not null,
    module_id varchar not null,
    is_trunk boolean not null,
    basis varchar not null,
    function_key varchar not null,
    weight decimal(9, 4) not null,
    state varchar not null,
    is_calendar_due boolean not null,
    value decimal(18, 6),
    target_value decimal(18, 6),
    plan_share double,
    share decimal(38, 12),
    terms varchar,
    is_small_sample boolean not null,
    upload_id integer,
    sheet varchar,
    cell varchar,
    revision_id integer not null,
    superseded_by integer
);

create table stored_result (
    scenario_id integer not null,
    period_kind varchar not null,
    period_start date not null,
    unit_id varchar not null,
    as_of_month date not null,
    previous_start date not null,
    year_start date not null,
    unit_type varchar not null,
    scheme_id varchar not null,
    month_count integer not null,
    applicable_weight decimal(18, 4),
    due_weight decimal(18, 4),
    base decimal(38, 10),
    rank_bonus_points decimal(38, 12) not null,
    bonus_points decimal(38, 12) not null,
    penalty_points decimal(38, 12) not null,
    score decimal(18, 2),
    quarter_end_base decimal(38, 10),
    trunk_score decimal(18, 2),
    largest_score decimal(18, 2),
    veto_count integer not null,
    is_ranked boolean not null,
    is_tiered boolean not null,
    is_previous_tiered boolean not null,
    is_partial boolean not null,
    has_late boolean not null,
    has_awaited boolean not null,
    is_provisional boolean not null,
    has_missing_target boolean not null,
    has_small_sample boolean not null,
    rank_in_type integer,
    unit_count integer not null,
    tied_count integer,
    tie_break_used varchar,
    gap_to_next decimal(18, 2),
    place_tier varchar,
    computed_tier varchar,
    ceiling varchar,
    is_straddling boolean not null,
    decided_tier varchar,
    tier varchar,
    tier_order integer,
    revision_id integer not null,
    superseded_by integer
);
