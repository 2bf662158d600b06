"""One indicator in full."""

from functools import partial
from html import escape

import streamlit as st

from assessment import labels
from assessment.explain.cell_words import cell_words
from assessment.findings import dictionary as findings
from assessment.i18n import t
from assessment.periods import MONTH_NAMES
from assessment.ui import cells, departments
from assessment.ui.dictionary.book import Book, Method, Row
from assessment.ui.scope import Scope, link


def draw(scope: Scope, book: Book, row: Row) -> None:
    """Definition, facts, method, weights, targets, plan, meaning of cells, history."""
    left = _facts(book, row) + _cells(row)
    right = _methods(book, row) + _weights(book, row) + _targets(book, row) + _milestones(book, row)
    right += _plan(book, row) + _history(book, row)
    st.html(
        f"<article class='entry'>{_definition(row)}<div class='halves'><div>{left}</div><div>{right}</div></div>"
        f"<p class='sj-note'>{_ways(scope, row)}</p></article>"
    )


def _definition(row: Row) -> str:
    said = labels.name(row.definition, row.definition_en)
    if said == labels.NONE:
        return f"<p class='definition none'>{escape(t('The reference holds no definition of this indicator yet.'))}</p>"
    return f"<p class='definition'>{escape(said)}</p>"


def _part(title: str, body: str) -> str:
    return f"<section><h3>{escape(title)}</h3>{body}</section>" if body else ""


def _facts(book: Book, row: Row) -> str:
    clauses = {
        str(rule.clause)
        for rule in book.rule_rows(row.indicator_id, book.scheme_id)
        if labels.text(rule.clause) != labels.NONE
    }
    facts = {
        t("Indicator code"): row.indicator_id,
        t("Measure unit"): labels.measure(row.measure_unit).strip() or labels.NONE,
        t("Direction"): findings.direction(row.direction),
        t("Basis"): findings.basis(row.basis),
        t("Source department"): departments.name(str(row.source)),
        t("Handed in"): findings.due(row),
        t("Level"): findings.level(row.level),
        t("Allowed values"): findings.value_range(row),
        t("Module"): labels.name(row.module, row.module_en) if row.is_in_force else labels.NONE,
        t("Scheme"): book.document(book.scheme_id) if row.is_in_force else labels.NONE,
        t("Clause"): labels.listing(sorted(clauses)) or labels.NONE,
    }
    lines = "".join(f"<dt>{escape(name)}</dt><dd>{escape(str(value))}</dd>" for name, value in facts.items())
    return _part(t("What it is"), f"<dl>{lines}</dl>")


def _cells(row: Row) -> str:
    lines = "".join(f"<dt>{escape(sign)}</dt><dd>{escape(said)}</dd>" for sign, said in cell_words(row))
    return _part(t("What stands in a cell"), f"<dl>{lines}</dl>")


def _methods(book: Book, row: Row) -> str:
    methods = book.methods(row.indicator_id, book.scheme_id)
    lines = [
        f"<p>{_types(method.types) if len(methods) > 1 else ''}{escape(method.said)}</p>{_limits(method)}"
        for method in methods
    ]
    return _part(t("How it is scored"), "".join(lines))


def _limits(method: Method) -> str:
    """The numbers that differ from type to type, a row each."""
    if not method.limits:
        return ""
    names = list(dict.fromkeys(name for found in method.limits.values() for name in found))
    heads = "".join(f"<th class='num'>{escape(name)}</th>" for name in names)
    lines = []
    for code, found in method.limits.items():
        numbers = "".join(f"<td class='num'>{escape(found.get(name, labels.NONE))}</td>" for name in names)
        lines.append(f"<tr><td>{escape(code)}</td>{numbers}</tr>")
    head = f"<thead><tr><th>{escape(t('Type'))}</th>{heads}</tr></thead>"
    return f"<table class='sj weights'>{head}<tbody>{''.join(lines)}</tbody></table>"


def _types(types: list[str]) -> str:
    return f"<b>{escape(labels.listing(types))}</b> "


def _weights(book: Book, row: Row) -> str:
    heads = "".join(
        f"<th class='num' title='{escape(name, quote=True)}'>{escape(code)}</th>" for code, name in book.types.items()
    )
    lines = []
    schemes: list[Row] = list(book.schemes.itertuples(index=False))
    for scheme in reversed(schemes):
        weights = book.weights(row.indicator_id, scheme.scheme_id)
        numbers = "".join(f"<td class='num'>{labels.number(weights.get(code))}</td>" for code in book.types)
        now = cells.chip(t("in force")) if scheme.is_in_force else ""
        since = t("from {month}", month=findings.month_name(scheme.effective_month))
        lines.append(f"<tr><td>{escape(since)} {now}</td>{numbers}</tr>")
    head = f"<thead><tr><th>{escape(t('Scheme'))}</th>{heads}</tr></thead>"
    return _part(
        t("Weights by scheme and type"), f"<table class='sj weights'>{head}<tbody>{''.join(lines)}</tbody></table>"
    )


def _targets(book: Book, row: Row) -> str:
    found = book.targets[book.targets["indicator_id"] == row.indicator_id]
    lines = "".join(
        f"<dt>{escape(book.types[one.unit_type])}</dt><dd>{escape(findings.target(one, row.measure_unit))}</dd>"
        for one in found.itertuples(index=False)
        if one.unit_type in book.types
    )
    return _part(t("Annual targets of the year"), f"<dl class='long'>{lines}</dl>" if lines else "")


def _milestones(book: Book, row: Row) -> str:
    found: list[Row] = list(
        book.milestones[book.milestones["indicator_id"] == row.indicator_id].itertuples(index=False)
    )
    lines = []
    for one in found:
        if labels.is_missing(one.milestone):
            many = t("{count} units have milestones of their own", count=labels.count(one.unit_count))
            said = t("one unit has milestones of its own") if one.unit_count == 1 else many
            lines.append(f"<dt></dt><dd>{escape(said)}</dd>")
            continue
        day, share = f"{one.due_on:%Y-%m-%d}", labels.percent(one.share)
        lines.append(f"<dt>{escape(day)}</dt><dd>{escape(one.milestone)} · {escape(share)}</dd>")
    return _part(t("Milestones of the year"), f"<dl>{''.join(lines)}</dl>" if lines else "")


def _plan(book: Book, row: Row) -> str:
    found = book.plans[(book.plans["indicator_id"] == row.indicator_id) & (book.plans["scheme_id"] == book.scheme_id)]
    bars = "".join(_bar(one) for one in found.itertuples(index=False))
    return _part(
        t("Its own plan: share of the year due by the end of each month"),
        f"<ol class='plan'>{bars}</ol>" if bars else "",
    )


def _bar(one: Row) -> str:
    month = escape(t(MONTH_NAMES[one.month_number - 1]), quote=True)
    share = labels.percent(one.plan_share, 0)
    filled = f"<i style='height:{100 * one.plan_share:.1f}%'></i>"
    return f"<li title='{month} {share}'><b>{share}</b>{filled}<span>{one.month_number}</span></li>"


def _history(book: Book, row: Row) -> str:
    own = book.changes[book.changes["indicator_id"] == row.indicator_id]
    blocks = []
    for _, changed in own.groupby("scheme_id", sort=False):
        rows: list[Row] = list(changed.itertuples(index=False))
        lines = findings.history(rows, partial(book.words, row.indicator_id))
        since = t("From {month}", month=findings.month_name(rows[0].effective_month))
        listed = "".join(f"<li>{escape(line)}</li>" for line in lines)
        blocks.append(f"<p class='since'>{escape(since)}</p><ul>{listed}</ul>" if lines else "")
    body = "".join(blocks)
    if not body:
        body = (
            f"<p>{escape(t('No scheme changed it so far.') if len(book.schemes) > 1 else t('One scheme so far.'))}</p>"
        )
    return _part(t("History"), body)


def _ways(scope: Scope, row: Row) -> str:
    ways = [
        (link("indicator_completion", scope, indicator=row.indicator_id), t("How the units stand on it")),
        (link("trends", scope, indicator=row.indicator_id), t("How it developed")),
        (link("dictionary", scope), t("All indicators")),
    ]
    return " · ".join(cells.go(address, words) for address, words in ways)
