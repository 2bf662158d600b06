-- The county and its schemes: what is assessed, by which rules. Sources: domain.md sections 1, 3, 4 and 5.
-- Every share, weight and quota is a decimal; a null parameter means "the function's default".

create table unit_type (
    unit_type varchar primary key,
    name varchar not null,
    name_en varchar,
    sort_order integer not null
);

create table unit (
    unit_id varchar primary key,
    name varchar not null,
    name_en varchar,
    sort_order integer not null
);

create table unit_alias (
    alias varchar not null,
    unit_id varchar not null
);

create table membership (
    unit_id varchar not null,
    unit_type varchar not null,
    starts_on date not null,
    ends_on date
);

create table scheme (
    scheme_id varchar primary key,
    name varchar not null,
    name_en varchar,
    effective_month date not null,
    year_start_month integer not null,
    has_january_period boolean not null,
    first_tier_month integer not null,
    join_day integer not null,
    min_applicable_share decimal(9, 6) not null,
    missing_table_is varchar not null,
    bonus_cap decimal(9, 4) not null,
    bonus_needs_document boolean not null,
    late_table_points decimal(9, 4) not null,
    missing_table_points decimal(9, 4) not null,
    table_penalty_cap decimal(9, 4) not null,
    penalty_cap decimal(9, 4) not null,
    quota_rounding varchar not null,
    min_group_for_quota integer not null,
    min_first_places integer not null,
    tie_first_goes_up boolean not null,
    tie_max_overshoot integer not null,
    tie_break_1 varchar,
    tie_break_2 varchar,
    tie_break_3 varchar,
    veto_passes_on boolean not null,
    min_quarter_months integer not null,
    min_year_months integer not null,
    alpha decimal(9, 6) not null,
    small_sample integer not null,
    yellow_lag decimal(9, 4) not null,
    red_lag decimal(9, 4) not null,
    red_before_share decimal(9, 6) not null
);

create table module (
    scheme_id varchar not null,
    module_id varchar not null,
    name varchar not null,
    name_en varchar,
    kind varchar not null check (kind in ('trunk', 'supplement')),
    starts_on date,
    ends_on date
);

create table indicator (
    indicator_id varchar primary key,
    name varchar not null,
    name_en varchar,
    measure_unit varchar not null,
    level varchar not null check (level in ('province', 'city', 'county')),
    source varchar not null,
    due_day integer not null,
    frequency varchar not null check (frequency in ('monthly', 'quarterly', 'annual')),
    due_month integer,
    basis varchar not null check (basis in ('cumulative', 'monthly', 'point', 'annual')),
    value_kind varchar not null check (value_kind in ('amount', 'progress', 'rate', 'count', 'grade')),
    direction varchar not null check (direction in ('higher', 'lower')),
    allows_no_case boolean not null,
    measures_lateness boolean not null,
    min_value decimal(18, 6),
    max_value decimal(18, 6)
);

create table rule (
    scenario_id integer not null,
    scheme_id varchar not null,
    unit_type varchar not null,
    indicator_id varchar not null,
    module_id varchar not null,
    weight decimal(9, 4) not null,
    no_case_as varchar not null check (no_case_as in ('not_applicable', 'full')),
    function varchar not null,
    excess_cap double,
    excess_rate double,
    gain_cap double,
    gain_rate double,
    loss_rate double,
    line double,
    slope double,
    base_share double,
    good_value double,
    bad_value double,
    step double,
    min_share double,
    tie_rank varchar,
    blend_share double,
    per_case double,
    trim_over integer,
    late_share double,
    gate double,
    below_share double,
    floor_value double,
    by_plan boolean
);

-- The inner functions of `blend` (part 1 and 2) and of `threshold_then` (part 1): one level deep.
create table rule_part (
    scenario_id integer not null,
    scheme_id varchar not null,
    unit_type varchar not null,
    indicator_id varchar not null,
    part integer not null check (part in (1, 2)),
    function varchar not null,
    excess_cap double,
    excess_rate double,
    gain_cap double,
    gain_rate double,
    loss_rate double,
    line double,
    slope double,
    base_share double,
    good_value double,
    bad_value double,
    step double,
    min_share double,
    tie_rank varchar,
    per_case double,
    trim_over integer,
    late_share double,
    floor_value double,
    by_plan boolean
);

create table rule_override (
    scheme_id varchar not null,
    unit_id varchar not null,
    indicator_id varchar not null,
    is_assigned boolean not null,
    weight decimal(9, 4),
    line double,
    good_value double,
    bad_value double
);

create table plan_curve (
    scheme_id varchar not null,
    indicator_id varchar not null,
    month_index integer not null check (month_index between 1 and 12),
    plan_share decimal(18, 12) not null
);

create table voter_group (
    scheme_id varchar not null,
    indicator_id varchar not null,
    voter_group varchar not null,
    weight decimal(9, 6) not null
);

create table grade (
    scheme_id varchar not null,
    grade varchar not null,
    share decimal(9, 6) not null
);

-- unit_id '' : the milestone belongs to every unit that has the indicator.
create table milestone (
    year integer not null,
    indicator_id varchar not null,
    unit_id varchar not null,
    milestone varchar not null,
    share decimal(9, 6) not null,
    due_on date not null
);

create table event_kind (
    scheme_id varchar not null,
    kind varchar not null,
    name_en varchar,
    effect varchar not null check (effect in ('bonus', 'penalty', 'late_table', 'missing_table', 'veto')),
    bonus_group varchar,
    points decimal(9, 4),
    ceiling varchar
);

create table bonus_group (
    scheme_id varchar not null,
    bonus_group varchar not null,
    cap decimal(9, 4) not null
);

create table rank_bonus (
    scheme_id varchar not null,
    place integer not null,
    points decimal(9, 4) not null
);

-- unit_type '*' : every type without rows of its own. quota null: the rest. gate null: no gate.
create table tier (
    scheme_id varchar not null,
    unit_type varchar not null,
    tier varchar not null,
    name_en varchar,
    tier_order integer not null,
    quota decimal(9, 6),
    gate decimal(9, 4)
);
