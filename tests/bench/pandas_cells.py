"""Months, units, rules and cells of domain.md sections 3 and 4 in pandas: the first half of what the SQL is timed with.

`Facts` are the store's tables as frames, decimals as floats. Months are counted (year x 12 + month - 1) in the columns
`at` and `year_at`. Cells of `graded` and `milestone` rules come in with the state and share that are stored.
"""

from typing import TypeAlias

import numpy as np
import pandas as pd

Facts: TypeAlias = dict[str, pd.DataFrame]
CELL = ["at", "unit_id", "indicator_id"]
RULE = ["scheme_id", "unit_type", "indicator_id"]
GIVEN = ("graded", "milestone")
"""Functions whose cells are taken over: ballots and milestones are not scored here."""

KNOWN = {"completion", "growth_gap", "standard_line", "efficacy_fixed", "deduct", "minmax60", "blend", *GIVEN}
DEFAULTS = {
    "excess_cap": 0.10,
    "excess_rate": 0.5,
    "gain_cap": 0.10,
    "gain_rate": 0.02,
    "loss_rate": 0.05,
    "slope": 0.04,
    "base_share": 0.6,
    "blend_share": 0.5,
}
FOREVER = pd.Timestamp("2200-01-01")
LONG_AGO = pd.Timestamp("1700-01-01")


def count_month(months: pd.Series) -> pd.Series:
    """Months as numbers in a row."""
    return months.dt.year * 12 + months.dt.month - 1


def first_day(counted: pd.Series) -> pd.Series:
    """The first day of counted months."""
    return pd.to_datetime({"year": counted // 12, "month": counted % 12 + 1, "day": 1})


def accepted(facts: Facts, table: str) -> pd.DataFrame:
    """The rows of a table that accepted uploads brought, with the day they came and their month counted."""
    uploads = facts["upload"].loc[lambda upload: upload["status"] == "accepted", ["upload_id", "received_on"]]
    rows = facts[table].merge(uploads, on="upload_id")
    return rows.assign(at=count_month(rows["month"]))


def active_months(facts: Facts) -> pd.DataFrame:
    """Every month with data, its scheme and its place in the year."""
    uploads = facts["upload"].loc[lambda upload: (upload["status"] == "accepted") & (upload["upload_id"] > 0)]
    months = uploads[["month"]].drop_duplicates().sort_values("month")
    schemes = facts["scheme"].sort_values("effective_month")
    months = pd.merge_asof(months, schemes, left_on="month", right_on="effective_month")
    months = months[months["has_january_period"] | (months["month"].dt.month != 1)]
    at = count_month(months["month"])
    index = (months["month"].dt.month - months["year_start_month"] + 12) % 12 + 1
    first_tier = (months["first_tier_month"] - months["year_start_month"] + 12) % 12 + 1
    return months.assign(
        at=at,
        month_index=index,
        year_at=at - index + 1,
        month_end=first_day(at + 1) - pd.Timedelta(days=1),
        is_tiered=index >= first_tier,
    )


def active_units(facts: Facts, months: pd.DataFrame) -> pd.DataFrame:
    """The units that count in each month, with the month of the year in which they joined (NaN: before it)."""
    steps = facts["membership"].sort_values(["unit_id", "starts_on"])
    ends_on = steps["ends_on"].fillna(FOREVER)
    ended_before = ends_on.groupby(steps["unit_id"]).cummax().groupby(steps["unit_id"]).shift()
    is_joining = ended_before.isna() | (steps["starts_on"] > ended_before + pd.Timedelta(days=1))
    joined_on = steps["starts_on"].where(is_joining).groupby(steps["unit_id"]).ffill()
    steps = steps.assign(ends_on=ends_on, joined_on=joined_on)
    units = months.merge(steps, how="cross")
    deadline = units["month"] + pd.to_timedelta(units["join_day"] - 1, unit="D")
    is_counting = (
        (units["starts_on"] <= units["month_end"])
        & (units["month_end"] <= units["ends_on"])
        & (units["joined_on"] <= deadline)
    )
    units = units[is_counting]
    joined_index = count_month(units["joined_on"]) - units["year_at"] + 1
    columns = [
        *("at", "month", "month_index", "month_end", "year_at", "is_tiered", "scheme_id", "missing_table_is"),
        *("unit_id", "unit_type"),
    ]
    return units[columns].assign(joined_index=joined_index.where(joined_index >= 1))


def functions(facts: Facts) -> pd.DataFrame:
    """Each rule's function (part 0) and inner functions with their parameters: one row a rule and part."""
    parts = pd.concat([facts["rule"].assign(part=0), facts["rule_part"]], ignore_index=True)
    parts = parts.loc[parts["scenario_id"] == 0].fillna(DEFAULTS)
    if unknown := set(parts["function"]) - KNOWN:
        raise NotImplementedError(f"no pandas for {sorted(unknown)}")
    shape = facts["scoring_function"][["function", "plan", "zero_target"]]
    parts = parts.merge(shape, on="function").merge(
        facts["indicator"][["indicator_id", "basis", "value_kind"]], on="indicator_id"
    )
    is_planned = (parts["basis"] == "cumulative") & parts["value_kind"].isin(["amount", "progress"])
    by_plan = parts["by_plan"].astype("boolean").fillna(is_planned.astype("boolean")).astype(bool)
    return parts.assign(
        by_plan=by_plan,
        needs_plan=(parts["plan"] == "always") | ((parts["plan"] == "by_plan") & by_plan),
        is_off_at_zero_target=parts["zero_target"] == "not_applicable",
    )


def active_rules(facts: Facts, units: pd.DataFrame, parts: pd.DataFrame) -> pd.DataFrame:
    """One row a cell to be: the rule in force for each unit and month, its weight and its planned share."""
    parts = parts.sort_values("part")
    shape = parts.groupby(RULE, as_index=False).agg(
        function_key=("function", " + ".join),
        needs_plan=("needs_plan", "any"),
        is_off_at_zero_target=("is_off_at_zero_target", "any"),
    )
    rules = facts["rule"].loc[facts["rule"]["scenario_id"] == 0, [*RULE, "module_id", "weight", "no_case_as"]]
    cells = units.merge(rules.merge(shape, on=RULE), on=["scheme_id", "unit_type"])
    modules = facts["module"][["scheme_id", "module_id", "starts_on", "ends_on"]]
    cells = cells.merge(modules, on=["scheme_id", "module_id"])
    is_on = (cells["starts_on"].fillna(LONG_AGO) <= cells["month_end"]) & (
        cells["ends_on"].fillna(FOREVER) >= cells["month_end"]
    )
    own = facts["rule_override"].rename(columns={"weight": "own_weight"})
    cells = cells[is_on].merge(own, on=["scheme_id", "unit_id", "indicator_id"], how="left")
    return cells.assign(
        scheme_weight=cells["weight"],
        weight=cells["own_weight"].fillna(cells["weight"]),
        is_assigned=cells["is_assigned"].astype("boolean").fillna(True).astype(bool),
        plan_share=_planned(facts, cells),
    )


def _planned(facts: Facts, cells: pd.DataFrame) -> pd.Series:
    """P(m); for a unit that joined in the year's course the share of what was left to plan then."""
    curve = facts["plan_curve"].set_index(["scheme_id", "indicator_id", "month_index"])["plan_share"]

    def share(index: pd.Series) -> pd.Series:
        keys = pd.MultiIndex.from_arrays([cells["scheme_id"], cells["indicator_id"], index])
        return pd.Series(curve.reindex(keys).to_numpy(), cells.index).fillna(index / 12)

    now, before = share(cells["month_index"]), share(cells["joined_index"] - 1)
    left = (now - before) / (1 - before).replace(0, np.nan)
    return left.where(cells["joined_index"] > 1, now)


def cells_with_state(facts: Facts, cells: pd.DataFrame) -> pd.DataFrame:
    """The cells with target, reported value and own state."""
    columns = ["indicator_id", "source", "due_day", "frequency", "due_month", "direction"]
    cells = cells.merge(facts["indicator"][columns], on="indicator_id")
    cells = _with_target(facts, cells)
    results = _latest_results(facts)
    cells = cells.merge(results[[*CELL, "reported", "value"]], on=CELL, how="left")
    cells = cells.merge(_received(facts, results), on=["at", "source"], how="left")
    after = first_day(cells["at"] + 2) - pd.Timedelta(days=1)
    due_on = np.minimum(after, first_day(cells["at"] + 1) + pd.to_timedelta(cells["due_day"] - 1, unit="D"))
    frequency, index = cells["frequency"], cells["month_index"]
    is_due = (
        (frequency == "monthly")
        | ((frequency == "quarterly") & (index % 3 == 0))
        | ((frequency == "annual") & (index == cells["due_month"].fillna(12)))
    ) & (~cells["needs_plan"] | (cells["plan_share"].fillna(0) > 0))
    is_late = (cells["received_on"] > due_on) | (cells["received_on"].isna() & (cells["missing_table_is"] == "LATE"))
    is_na = ~cells["is_assigned"] | (cells["is_off_at_zero_target"] & (cells["target_value"] == 0))
    state = cells["reported"].where(cells["reported"] != "BLANK")
    state = state.fillna(pd.Series(np.where(is_late, "LATE", "NOT_DUE"), cells.index))
    state = state.where(is_due, "NOT_DUE").where(~is_na, "NA_BY_RULE")
    return cells.assign(state=state, is_calendar_due=is_due)


def _with_target(facts: Facts, cells: pd.DataFrame) -> pd.DataFrame:
    """The target in force: the latest stated for a month of the year up to this one."""
    stated = accepted(facts, "target").sort_values("upload_id").drop_duplicates(CELL, keep="last")
    stated = stated.rename(columns={"at": "stated_at", "value": "target_value"}).sort_values("stated_at")
    stated = stated[["stated_at", "unit_id", "indicator_id", "target_value"]]
    keys = ["unit_id", "indicator_id"]
    cells = pd.merge_asof(cells.sort_values("at"), stated, left_on="at", right_on="stated_at", by=keys)
    return cells.assign(target_value=cells["target_value"].where(cells["stated_at"] >= cells["year_at"]))


def _latest_results(facts: Facts) -> pd.DataFrame:
    """What is reported of each cell now; a value sent back keeps its last accepted number."""
    rows = accepted(facts, "result").sort_values("upload_id").rename(columns={"state": "reported"})
    latest = rows.drop_duplicates(CELL, keep="last")
    good = rows[rows["reported"].isin(["VALUE", "ZERO"])].drop_duplicates(CELL, keep="last")
    latest = latest.merge(good[[*CELL, "value"]].rename(columns={"value": "good"}), on=CELL, how="left")
    return latest.assign(value=latest["value"].where(latest["reported"] != "REJECTED", latest["good"]))


def _received(facts: Facts, results: pd.DataFrame) -> pd.DataFrame:
    """When the last table of each source department came in, per month."""
    columns = ["at", "indicator_id", "received_on"]
    votes = accepted(facts, "vote").loc[lambda vote: vote["ballots"] > 0, columns]
    rows = [results.loc[results["reported"] != "BLANK", columns], votes, accepted(facts, "milestone_progress")[columns]]
    rows = pd.concat(rows).merge(facts["indicator"][["indicator_id", "source"]], on="indicator_id")
    return rows.groupby(["at", "source"], as_index=False)["received_on"].max()


def shares(cells: pd.DataFrame, parts: pd.DataFrame) -> pd.Series:
    """The share of its weight that each cell wins by its own function; NaN where the function has nothing to say."""
    cells = cells.reset_index(names="cell")
    has_value = cells["state"].isin(["VALUE", "ZERO"]) | ((cells["state"] == "REJECTED") & cells["value"].notna())
    limits = ["line", "good_value", "bad_value"]
    leaf = cells[has_value].drop(columns="needs_plan").rename(columns={name: f"own_{name}" for name in limits})
    names = [*RULE, "part", "function", "by_plan", "per_case", "floor_value", *limits, *DEFAULTS]
    leaf = leaf.merge(parts[names], on=RULE)
    leaf = leaf.assign(
        **{name: leaf[f"own_{name}"].fillna(leaf[name]) for name in limits},
        sign=np.where(leaf["direction"] == "higher", 1, -1),
        limit_share=leaf["plan_share"].where(leaf["by_plan"], 1),
    )
    leaf = leaf.assign(share=_leaf_share(leaf))
    wide = leaf.pivot(index="cell", columns="part", values="share").reindex(columns=[0, 1, 2])
    mix = leaf.loc[leaf["function"] == "blend"].set_index("cell")["blend_share"].reindex(wide.index)
    share = wide[0].where(mix.isna(), mix * wide[1] + (1 - mix) * wide[2])
    return share.reindex(cells["cell"]).set_axis(cells.index)


def _leaf_share(leaf: pd.DataFrame) -> pd.Series:
    x, target, sign, function = leaf["value"], leaf["target_value"], leaf["sign"], leaf["function"]
    rate = x / (target * leaf["plan_share"]).replace(0, np.nan)
    extra = np.minimum(leaf["excess_cap"], leaf["excess_rate"] * (rate - 1).clip(lower=0))
    completion = (rate.clip(0, 1) + extra).mask(rate < leaf["floor_value"], 0)
    gap = (x - target) * sign
    gain = 1 + np.minimum(leaf["gain_cap"], leaf["gain_rate"] * gap)
    growth = gain.where(gap >= 0, (1 + leaf["loss_rate"] * gap).clip(lower=0))
    short = (leaf["line"] * leaf["limit_share"] - x) * sign
    is_under = (x - leaf["floor_value"]) * sign < 0
    standard = (1 - leaf["slope"] * short.clip(lower=0)).clip(lower=0).mask(is_under, 0)
    bad, good = leaf["bad_value"] * leaf["limit_share"], leaf["good_value"] * leaf["limit_share"]
    position = (x - bad) / (good - bad).replace(0, np.nan)
    efficacy = (leaf["base_share"] + (1 - leaf["base_share"]) * position).clip(0, 1).mask(is_under, 0)
    deduct = (1 - leaf["per_case"] * x / leaf["scheme_weight"]).clip(lower=0)
    group = (x * sign).groupby([leaf["at"], leaf["unit_type"], leaf["indicator_id"], leaf["part"]])
    best, worst = group.transform("max"), group.transform("min")
    spread = leaf["base_share"] + (1 - leaf["base_share"]) * (x * sign - worst) / (best - worst).replace(0, np.nan)
    equal = pd.Series(np.where((best == 0) & (sign == 1), 0.0, 1.0), leaf.index)
    minmax = spread.where(best != worst, equal)
    by_name = {
        "completion": completion,
        "growth_gap": growth,
        "standard_line": standard,
        "efficacy_fixed": efficacy,
        "deduct": deduct,
        "minmax60": minmax,
    }
    found = pd.Series(np.nan, leaf.index)
    for name, share in by_name.items():
        found = found.mask(function == name, share)
    return found
