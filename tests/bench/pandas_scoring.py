"""A month's score, rank and computed tier in pandas, from the same facts as the SQL: what the bench compares it with.

Scores are whole numbers of 1e-10 points until they are cut to hundredths, half up, as the decimals of the SQL are.
Bonuses by place, tie-breaks and passed-on vetoes are not written here: a scheme that uses them is refused.
"""

import numpy as np
import pandas as pd

from tests.bench import pandas_cells as cell
from tests.bench.pandas_cells import CELL, Facts

FINE = 10**12
BASE = 10**10
UNIT = ["at", "unit_id"]
TYPE = ["at", "unit_type"]


def score_months(facts: Facts, given: pd.DataFrame) -> pd.DataFrame:
    """month, unit_id, score in hundredths (NA without one), rank_in_type, computed_tier of every counting unit.

    `given`: at, unit_id, indicator_id, state, share, is_calendar_due of the cells that are not scored here.
    """
    _refuse_the_unwritten(facts)
    months = cell.active_months(facts)
    units = cell.active_units(facts, months)
    parts = cell.functions(facts)
    cells = cell.cells_with_state(facts, cell.active_rules(facts, units, parts))
    cells = _with_share(cells, cell.shares(cells, parts), given)
    scored = _scores(facts, units, _bases(_carried(cells)))
    tiers = _tiers(facts)
    ranked = _ranked(scored)
    found = _placed(facts, ranked, tiers, _ceilings(facts, units, tiers))
    return units[["month", *UNIT]].merge(scored[[*UNIT, "score"]], on=UNIT).merge(found, on=UNIT, how="left")


def _refuse_the_unwritten(facts: Facts) -> None:
    schemes = facts["scheme"]
    has_tie_break = schemes[["tie_break_1", "tie_break_2", "tie_break_3"]].notna().to_numpy().any()
    if has_tie_break or schemes["veto_passes_on"].any() or len(facts["rank_bonus"]):
        raise NotImplementedError("no pandas for tie-breaks, passed-on vetoes and bonuses by place")


def _with_share(cells: pd.DataFrame, share: pd.Series, given: pd.DataFrame) -> pd.DataFrame:
    """What each state is worth; cells of votes and milestones as given."""
    state = cells["state"]
    share = share.mask(state.isin(["NA_BY_RULE", "NOT_DUE", "NO_CASE"]))
    share = share.mask((state == "NO_CASE") & (cells["no_case_as"] == "full"), 1)
    share = share.mask((state == "LATE") | ((state == "REJECTED") & cells["value"].isna()), 0)
    cells = cells.assign(share=np.floor(share * FINE + 0.5) / FINE)
    cells = cells.merge(given, on=CELL, how="left", suffixes=("", "_given"))
    is_given = cells["function_key"].isin(cell.GIVEN)
    for name in ("state", "share", "is_calendar_due"):
        cells[name] = cells[name].mask(is_given, cells[f"{name}_given"])
    return cells.assign(is_calendar_due=cells["is_calendar_due"].astype(bool))


def _carried(cells: pd.DataFrame) -> pd.DataFrame:
    """A cell that is not due takes the share of its last due month of the same year and function."""
    keys = ["year_at", "unit_id", "indicator_id", "function_key"]
    is_waiting = cells["state"] == "NOT_DUE"
    due = cells.loc[~is_waiting, ["at", *keys, "share"]].rename(columns={"share": "due_share"}).sort_values("at")
    waiting = pd.merge_asof(cells[is_waiting].sort_values("at"), due, on="at", by=keys, allow_exact_matches=False)
    waiting = waiting.assign(share=waiting["due_share"], is_weight_due=waiting["due_share"].notna())
    return pd.concat([cells[~is_waiting].assign(is_weight_due=cells["is_calendar_due"]), waiting], ignore_index=True)


def _bases(cells: pd.DataFrame) -> pd.DataFrame:
    """Base (in 1e-10 points) and the weights that apply and that are due (in 1e-4) of each unit and month."""
    weight = (cells["weight"] * 10_000).round().astype("int64")
    applies = cells["share"].notna()
    points = np.floor(cells["weight"] * cells["share"].fillna(0) * FINE + 0.5).astype("int64")
    sums = pd.DataFrame(
        {"points": points, "applicable": weight.where(applies, 0), "due": weight.where(cells["is_weight_due"], 0)}
    )
    bases = sums.groupby([cells["at"], cells["unit_id"]]).sum().reset_index()
    share = (bases["points"] / FINE) / (bases["applicable"] / 10_000).replace(0, np.nan)
    return bases.assign(base=np.floor(100 * share * BASE + 0.5))


def _scores(facts: Facts, units: pd.DataFrame, bases: pd.DataFrame) -> pd.DataFrame:
    """S = base + bonus - deductions in hundredths, and who may be ranked."""
    events = _events(facts, units)
    columns = ["scheme_id", "min_applicable_share", "bonus_cap", "table_penalty_cap", "penalty_cap"]
    scored = units.merge(bases, on=UNIT, how="left").merge(facts["scheme"][columns], on="scheme_id")
    for found in (_bonuses(facts, events), _penalties(facts, events)):
        scored = scored.merge(found, on=UNIT, how="left")
    bonus = np.minimum(scored["bonus_cap"], scored["bonus"].fillna(0))
    is_lateness_measured = _has_lateness(facts, scored)
    tables = np.minimum(scored["table_penalty_cap"], scored["tables"].fillna(0)).mask(is_lateness_measured, 0)
    penalty = np.minimum(scored["penalty_cap"], tables + scored["other"].fillna(0))
    total = (scored["base"] + ((bonus - penalty) * BASE).round()).clip(lower=0)
    score = np.floor((total + BASE // 200) / (BASE // 100)).astype("Int64")
    is_ranked = scored["base"].notna() & (scored["applicable"] >= scored["min_applicable_share"] * scored["due"])
    return scored.assign(score=score, is_ranked=is_ranked)


def _events(facts: Facts, units: pd.DataFrame) -> pd.DataFrame:
    """The events of counting units: those of the latest upload that speaks of the unit's month, with their kind."""
    rows = cell.accepted(facts, "event")
    rows = rows[rows["upload_id"] == rows.groupby(UNIT)["upload_id"].transform("max")]
    rows = rows.merge(units[[*UNIT, "year_at", "scheme_id", "unit_type"]], on=UNIT)
    rows = rows.merge(facts["event_kind"], on=["scheme_id", "kind"], suffixes=("", "_usual"))
    schemes = ["scheme_id", "bonus_needs_document", "late_table_points", "missing_table_points"]
    rows = rows.merge(facts["scheme"][schemes], on="scheme_id")
    return rows.assign(points=rows["points"].fillna(rows["points_usual"]).fillna(0).astype(float))


def _bonuses(facts: Facts, events: pd.DataFrame) -> pd.DataFrame:
    """The highest level of an event, once in the year, capped by group."""
    has_paper = (events["document"] != "") | ~events["bonus_needs_document"]
    rows = events[(events["effect"] == "bonus") & (events["quantity"] > 0) & has_paper]
    rows = rows.sort_values(["at", "points"]).drop_duplicates([*UNIT, "event"], keep="last")
    rows = rows.drop_duplicates(["unit_id", "year_at", "event"], keep="first")
    sums = rows.groupby([*UNIT, "scheme_id", "bonus_group"], as_index=False, dropna=False)["points"].sum()
    sums = sums.merge(facts["bonus_group"], on=["scheme_id", "bonus_group"], how="left")
    sums["bonus"] = np.minimum(sums["points"], sums["cap"].fillna(np.inf))
    return sums.groupby(UNIT, as_index=False)["bonus"].sum()


def _penalties(facts: Facts, events: pd.DataFrame) -> pd.DataFrame:
    """Points off for tables and for other events, before the caps."""
    per_table = np.select(
        [events["effect"] == "late_table", events["effect"] == "missing_table"],
        [events["late_table_points"], events["missing_table_points"]],
        0.0,
    )
    other = (events["quantity"] * events["points"]).where(events["effect"] == "penalty", 0)
    sums = pd.DataFrame({"tables": events["quantity"] * per_table, "other": other})
    return sums.groupby([events["at"], events["unit_id"]]).sum().reset_index()


def _has_lateness(facts: Facts, scored: pd.DataFrame) -> pd.Series:
    """Whether an indicator of the type measures lateness already."""
    measures = facts["indicator"].loc[facts["indicator"]["measures_lateness"], "indicator_id"]
    rules = facts["rule"].loc[lambda rule: rule["indicator_id"].isin(measures) & (rule["scenario_id"] == 0)]
    known = pd.MultiIndex.from_frame(rules[["scheme_id", "unit_type"]])
    return pd.Series(pd.MultiIndex.from_frame(scored[["scheme_id", "unit_type"]]).isin(known), scored.index)


def _tiers(facts: Facts) -> pd.DataFrame:
    """The tiers of each scheme and type in order: its own, else those for every type."""
    types = facts["scheme"][["scheme_id"]].merge(facts["unit_type"][["unit_type"]], how="cross")
    own = types.merge(facts["tier"], on=["scheme_id", "unit_type"])
    usual = facts["tier"].loc[facts["tier"]["unit_type"] == "*"].drop(columns="unit_type")
    has_own = pd.MultiIndex.from_frame(types).isin(pd.MultiIndex.from_frame(own[["scheme_id", "unit_type"]]))
    tiers = pd.concat([own, types[~has_own].merge(usual, on="scheme_id")]).sort_values("tier_order")
    tiers["tier_order"] = tiers.groupby(["scheme_id", "unit_type"]).cumcount() + 1
    return tiers


def _ranked(scored: pd.DataFrame) -> pd.DataFrame:
    """Rank inside the type, its size and the last place of each tied group."""
    ranked = scored[scored["is_ranked"]]
    groups = ranked.groupby(TYPE)["score"]
    first = groups.rank(method="min", ascending=False).astype(int)
    tied = ranked.groupby([*TYPE, "score"])["score"].transform("size")
    return ranked.assign(rank_in_type=first, last=first + tied - 1, unit_count=groups.transform("size"))


def _ceilings(facts: Facts, units: pd.DataFrame, tiers: pd.DataFrame) -> pd.DataFrame:
    """The lowest tier that vetoes leave open."""
    vetoes = _events(facts, units).loc[lambda event: (event["effect"] == "veto") & (event["quantity"] > 0)]
    keys = ["scheme_id", "unit_type", "ceiling"]
    vetoes = vetoes.merge(tiers.rename(columns={"tier": "ceiling", "tier_order": "ceiling_order"}), on=keys)
    return vetoes.groupby(UNIT, as_index=False)["ceiling_order"].max()


def _placed(facts: Facts, ranked: pd.DataFrame, tiers: pd.DataFrame, ceilings: pd.DataFrame) -> pd.DataFrame:
    """The computed tier: by place, then the gates, then the veto's ceiling."""
    rules = ["quota_rounding", "min_group_for_quota", "min_first_places", "tie_first_goes_up", "tie_max_overshoot"]
    found = ranked.merge(facts["scheme"][["scheme_id", *rules]], on="scheme_id").merge(ceilings, on=UNIT, how="left")
    by_order = {
        order: found[["scheme_id", "unit_type"]].merge(rows, on=["scheme_id", "unit_type"], how="left")
        for order, rows in tiers.groupby("tier_order")
    }
    place = _by_place(found, by_order)
    gate_order = pd.Series(np.nan, found.index)
    for order, tier in by_order.items():
        is_open = tier["tier"].notna() & (place <= order) & (found["score"] >= tier["gate"].fillna(0) * 100)
        gate_order = gate_order.mask(gate_order.isna() & is_open.astype(bool), order)
    final = np.maximum(gate_order, found["ceiling_order"].fillna(1)).where(found["is_tiered"])
    name = pd.Series(None, found.index, dtype=object)
    for order, tier in by_order.items():
        name = name.mask(final == order, tier["tier"])
    return found[[*UNIT, "rank_in_type"]].assign(computed_tier=name)


def _by_place(found: pd.DataFrame, by_order: dict[int, pd.DataFrame]) -> pd.Series:
    """The order of the tier that a unit's place gives, with the rule for a tied group across a border."""
    first, last, count = found["rank_in_type"], found["last"], found["unit_count"]
    is_small = count < found["min_group_for_quota"]
    border = pd.Series(0.0, found.index)
    place = pd.Series(np.nan, found.index)
    for order, tier in by_order.items():
        exact = tier["quota"] * count
        rounded = np.select(
            [found["quota_rounding"] == "floor", found["quota_rounding"] == "ceil"],
            [np.floor(exact + 1e-9), np.ceil(exact - 1e-9)],
            np.floor(exact + 0.5 + 1e-9),
        )
        least = found["min_first_places"].where(~is_small & (order == 1), 0)
        border = border + np.maximum(pd.Series(rounded, found.index).fillna(0), least)
        is_rest = tier["quota"].isna()
        is_in = is_small | is_rest | (last <= border)
        is_in |= (found["tie_first_goes_up"] & (first == 1)) | (last - border <= found["tie_max_overshoot"])
        is_here = tier["tier"].notna() & (is_small | is_rest | (first <= border)) & place.isna()
        place = place.mask(is_here, np.where(is_in, order, order + 1))
    return place
