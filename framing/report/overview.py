"""What the report says, as plain values for its templates and its script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from framing.charts.counted import counted_articles, counted_mentions
from framing.comparison import Query, Sentence
from framing.report.error_rates import error_rates, in_a_sentence, measured_sections
from framing.report.eventsections import (
    PageRoom,
    choose_articles,
    event_sections,
    strongest_events,
)
from framing.report.figures import figures_of
from framing.report.namingrows import concept_rows, labels_of, variant_tables
from framing.report.pagerows import plain_rows, variants_of
from framing.report.payload import payload_of
from framing.report.pictures import pictures_of

if TYPE_CHECKING:
    from framing.comparison import Comparison

__all__ = ["contents_of"]

_MOST_SOURCES = 12
_MOST_EVENTS = 150
_MOST_CONTRASTS = 70
_MOST_TOLD = 40
_BALANCE = {
    "sources": "sources", "source entropy": "entropy", "top source share": "top",
    "anonymous share": "anonymous", "doubt share": "doubt",
}  # fmt: skip


def contents_of(comparison: Comparison, title: str | None, room: PageRoom) -> dict[str, Any]:
    """Collect everything the templates print."""
    analysis, primary, rates = comparison.analysis, comparison.primary, error_rates()
    mentions = _mentions(comparison)
    about = variants_of(tuple(analysis.lexicons))
    labels = labels_of(mentions)
    tables = variant_tables(comparison.naming, about, labels)
    shown = choose_articles(analysis.articles, strongest_events(comparison), room=room)
    names = _names(comparison)
    payload = payload_of(comparison, mentions, tables, about, labels, shown, names, room)
    told, more = _findings(comparison)
    pictures = pictures_of(comparison)
    # Statements towards a target are not those of the words, whose pictures then stand apart.
    paired = comparison.settings.target is None
    drawn = dict(enumerate(pictures)) if paired else {}
    return {
        "title": title or _title(comparison.material.named_outlets),
        "by": comparison.by,
        "within": comparison.within,
        "question": comparison.question,
        "primary": primary,
        "findings": [(said, drawn.get(i)) for i, said in enumerate(told)],
        "verdict": [_linked(s) for s in (primary.result, primary.refusal) if s],
        "more": more,
        "pictures": [] if paired else pictures,
        "drawn": bool(pictures),
        "figures": figures_of(comparison),
        "matched": primary.query.data() if primary.query else {},
        "notes": list(comparison.notes) + _left_out(comparison, mentions, payload, shown),
        "outlets": list(comparison.outlets),
        "counts": _counts(comparison, mentions),
        "concepts": concept_rows(tables, comparison.outlets),
        "variants": tables,
        "differences": _differences(comparison),
        "sources": _sources(comparison),
        "balance": _balance(comparison),
        "coverage": _coverage(comparison),
        "events": event_sections(comparison, mentions, shown, names),
        "payload": payload,
        "rates": measured_sections(rates),
        "wrong": in_a_sentence(rates),
        "provenance": _provenance(analysis.provenance, comparison.provenance),
        "methods": [p for p in comparison.methods_text().split("\n\n") if p.strip()],
        "skipped": list(analysis.articles.skipped),
        "warnings": list(analysis.articles.warnings),
    }


def _mentions(comparison: Comparison) -> list[dict[str, Any]]:
    """Return the namings that the comparison counts, numbered in reading order."""
    rows = plain_rows(counted_mentions(comparison))
    for number, row in enumerate(rows):
        row["number"] = number
    return rows


def _names(comparison: Comparison) -> dict[str, str]:
    """Return the outlet (or whatever is compared) of each article."""
    counted = counted_articles(comparison)["outlet"].to_dict()
    return {
        article.id: str(counted.get(article.id, article.outlet or ""))
        for article in comparison.analysis.articles
    }


def _title(outlets: Sequence[str]) -> str:
    shown = list(outlets[:4]) + ([f"{len(outlets) - 4} more"] if len(outlets) > 4 else [])
    return "Naming and voice" + (": " + ", ".join(shown) if shown else "")


def _counts(comparison: Comparison, mentions: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    analysis = comparison.analysis
    own = [row for row in mentions if row["voice"] == "own"]
    events = comparison.coverage.loc[comparison.coverage["articles"] > 0, "event"]
    corrections = analysis.provenance.get("corrections", {})
    return {
        "articles": len(analysis.articles),
        "events": int(events.dropna().nunique()),
        "matched": comparison.primary.events,
        "namings": len(mentions),
        "own": len(own),
        "loaded_own": sum(1 for row in own if row["intensity"]),
        "corrections": int(corrections.get("applied", 0)),
        "skipped": len(analysis.articles.skipped),
    }


def _left_out(
    comparison: Comparison,
    mentions: Sequence[Mapping[str, Any]],
    payload: Mapping[str, Any],
    shown: Mapping[str, str],
) -> list[str]:
    """Say what a big corpus did not leave room for on this page."""
    notes = []
    articles = len(comparison.analysis.articles)
    if len(shown) < articles:
        notes.append(
            f"This page shows the text of {len(shown)} of {articles} articles, whole events, those "
            "of the strongest findings first; every number counts all of them."
        )
    kept = sum(1 for line in payload["mentions"] if line is not None)
    if kept < len(mentions):
        notes.append(
            f"This page keeps the lines of {kept} of {len(mentions)} namings; the command "
            "framing mentions writes all of them."
        )
    said, passages = len(payload["passages"]), len(comparison.material.attributions)
    if said < passages:
        notes.append(
            f"This page keeps {said} of {passages} reported passages; the command framing "
            "attributions writes all of them."
        )
    told = comparison.differences
    contrasts = int(((told["events"] > 0) & (told["measure"] != "variant share")).sum())
    for found, most, what in (
        (contrasts, _MOST_CONTRASTS, "contrasts"),
        (int(comparison.coverage["event"].nunique()), _MOST_EVENTS, f"{comparison.within}s"),
    ):
        if found > most:
            notes.append(f"The table of {what} shows {most} of {found}.")
    return notes


def _findings(comparison: Comparison) -> tuple[list[list[dict[str, Any]]], list[Any]]:
    """Return the declared measure's statements, and the findings that are not among them.

    Of very many findings the last is kept, which says what does not differ.
    """
    told = [_linked(sentence) for sentence in comparison.primary.statements]
    said = {str(sentence) for sentence in comparison.primary.statements}
    others = [sentence for sentence in comparison.findings() if str(sentence) not in said]
    kept = others if len(others) <= _MOST_TOLD else [*others[: _MOST_TOLD - 1], others[-1]]
    return told, [_linked(sentence) for sentence in kept]


def _linked(sentence: Sentence) -> list[dict[str, Any]]:
    """Return a sentence as its parts: words, or a number with the data of its query."""
    return [
        {"text": part.text, "query": part.query.data() if part.query else None} for part in sentence
    ]


def _differences(comparison: Comparison) -> list[dict[str, Any]]:
    """Return the contrasts that have a matched event, the declared measure first, up to 70."""
    table = comparison.differences
    rows = [
        {**row, "query": _contrast_query(row, comparison.settings.target)}
        for row in plain_rows(table.loc[table["measure"] != "variant share"])
        if row["events"]
    ]
    roles = ("primary", "secondary", "exploratory")
    rows = sorted(rows, key=lambda row: (roles.index(row["role"]), row["p_value"] or 2.0))
    return rows[:_MOST_CONTRASTS]


def _contrast_query(row: Mapping[str, Any], target: str | None) -> dict[str, str | int | bool]:
    toward = target if row["measure"] == "target index" else None
    return Query.of_row(row).but(variant=None, target=toward).data()


def _sources(comparison: Comparison) -> list[dict[str, Any]]:
    """Return the sources each outlet gives most words to."""
    seen: dict[str, int] = {}
    kept = []
    for row in plain_rows(comparison.sources):
        seen[row["outlet"]] = seen.get(row["outlet"], 0) + 1
        if seen[row["outlet"]] <= _MOST_SOURCES:
            kept.append(row)
    return kept


def _balance(comparison: Comparison) -> list[dict[str, Any]]:
    """Return one row an outlet that reports anybody: how its reported words are spread."""
    rows: dict[str, dict[str, Any]] = {}
    for row in plain_rows(comparison.stance.loc[comparison.stance["kind"] == "side"]):
        if row["measure"] in _BALANCE:
            outlet = rows.setdefault(row["outlet"], {"outlet": row["outlet"]})
            outlet[_BALANCE[row["measure"]]] = row
    for row in plain_rows(comparison.sources):
        anonymous = row["speaker_kind"] == "anonymous"
        counts = rows[row["outlet"]].setdefault(
            "passages", {"all": 0, "told": 0, "anonymous": 0, "doubt": 0}
        )
        counts["all"] += row["passages"]
        counts["anonymous"] += row["passages"] if anonymous else 0
        counts["told"] += row["passages"] if anonymous or row["speaker_name"] else 0
        counts["doubt"] += row["doubt_cues"]
    return [row for row in rows.values() if "passages" in row]


def _coverage(comparison: Comparison) -> list[dict[str, Any]]:
    """Return one row an event with a cell an outlet, most covered first."""
    rows: dict[str | None, dict[str, Any]] = {}
    kept = comparison.coverage.loc[comparison.coverage["articles"] > 0]
    for row in plain_rows(kept):
        rows.setdefault(row["event"], {"event": row["event"], "cells": {}})
        rows[row["event"]]["cells"][row["outlet"]] = row
    ranked = sorted(
        rows.values(),
        key=lambda row: (
            row["event"] is None,
            -sum(1 for cell in row["cells"].values() if cell["articles"]),
            row["event"] or "",
        ),
    )
    return ranked[:_MOST_EVENTS]


def _provenance(
    analysis: Mapping[str, Any], comparison: Mapping[str, Any]
) -> list[tuple[str, str]]:
    """Write the provenance as pairs of words."""
    rows = [("framing", str(analysis.get("framing", "")))]
    rows += [
        (f"lexicon {lexicon['id']}", f"version {lexicon['version']}, SHA-256 {lexicon['sha256']}")
        for lexicon in analysis.get("lexicons", ())
    ]
    rows += [
        ("target " + target["name"], ", ".join(target["aliases"]) or "no aliases")
        for target in analysis.get("targets", ())
    ]
    for part in ("settings", "counts", "corrections"):
        for name, value in analysis.get(part, {}).items():
            rows.append((f"{part}: {str(name).replace('_', ' ')}", _said(value)))
    for name, value in comparison.get("comparison", {}).items():
        if not isinstance(value, Mapping):
            rows.append((f"comparison: {str(name).replace('_', ' ')}", _said(value)))
    return rows


def _said(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(str(item) for item in value) or "none"
    return "none" if value is None else str(value)
