"""What the report says, as plain values for its templates and its script."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from framing.charts.counted import counted_articles
from framing.comparison import Query, Sentence
from framing.comparison.wroteclauses import side_name
from framing.report.categoryrows import category_differences, category_rows
from framing.report.error_rates import error_rates, in_a_sentence, measured_sections
from framing.report.eventsections import (
    PageRoom,
    choose_articles,
    event_sections,
    matched_events,
    other_events,
    strongest_events,
)
from framing.report.factrows import facts_of
from framing.report.figures import figures_of, pictures_of
from framing.report.heardrows import (
    MOST_EVENTS,
    balance_rows,
    coverage_rows,
    passage_rows,
    source_rows,
)
from framing.report.namingrows import concept_rows, labels_of, variant_tables
from framing.report.numbered import Numbers
from framing.report.pagerows import mention_rows, plain_rows, variants_of
from framing.report.payload import PageLines, payload_of

if TYPE_CHECKING:
    from framing.comparison import Comparison

__all__ = ["contents_of"]

_MOST_CONTRASTS = 70
_MOST_TOLD = 40
_STOP = re.compile(r"[.,;:)]+")
"""What must not begin a line: it stays with the number before it."""


def contents_of(comparison: Comparison, title: str | None, room: PageRoom) -> dict[str, Any]:
    """Collect everything the templates print."""
    mentions = mention_rows(comparison)
    labels = labels_of(mentions)
    numbers = Numbers(comparison, labels)
    told = _evidence(comparison, numbers)  # what is told first has its lines first
    page = _page(comparison, room, mentions, numbers, labels)
    tables = page.tables
    found = {
        **_about(comparison, title),
        **told,
        "figures": figures_of(comparison, numbers),
        "facts": facts_of(comparison, numbers),
        "concepts": concept_rows(tables, comparison.outlets, numbers),
        "variants": tables,
        "differences": _differences(comparison, numbers),
        "categories": category_rows(comparison, numbers),
        "category_differences": category_differences(comparison, numbers),
        "sources": source_rows(comparison, numbers),
        "balance": balance_rows(comparison, numbers),
        "coverage": coverage_rows(comparison, numbers),
        "events": event_sections(
            comparison,
            page.mentions,
            passage_rows(comparison, page.shown),
            page.shown,
            page.names,
            numbers,
        ),
        "others": other_events(comparison, page.shown, numbers),
    }
    payload = payload_of(page)
    gone = _left_out(comparison, page.mentions, payload, page.shown)
    return found | {"payload": payload, "notes": [*comparison.notes, *gone]}


def _page(
    comparison: Comparison,
    room: PageRoom,
    mentions: list[dict[str, Any]],
    numbers: Numbers,
    labels: Mapping[tuple[str, str, str], str],
) -> PageLines:
    """Choose what the page shows line by line."""
    analysis = comparison.analysis
    about = variants_of(tuple(analysis.lexicons))
    tables = variant_tables(comparison.naming, about, labels, numbers)
    first, within = strongest_events(comparison), matched_events(comparison)
    shown = choose_articles(analysis.articles, first, within=within, room=room)
    return PageLines(
        comparison=comparison,
        room=room,
        mentions=mentions,
        tables=tables,
        about=about,
        labels=labels,
        shown=shown,
        names=_names(comparison),
        numbers=numbers,
    )


def _about(comparison: Comparison, title: str | None) -> dict[str, Any]:
    """Collect what the page says without a number that opens lines."""
    analysis, rates = comparison.analysis, error_rates()
    return {
        "title": title or _title(comparison),
        "by": comparison.by,
        "within": comparison.within,
        "question": comparison.question,
        "primary": comparison.primary,
        "outlets": list(comparison.outlets),
        "counts": _counts(comparison),
        "rates": measured_sections(rates),
        "wrong": in_a_sentence(rates),
        "provenance": _provenance(analysis.provenance, comparison.provenance),
        "methods": [p for p in comparison.methods_text().split("\n\n") if p.strip()],
        "skipped": list(analysis.articles.skipped),
        "warnings": list(analysis.articles.warnings),
    }


def _evidence(comparison: Comparison, numbers: Numbers) -> dict[str, Any]:
    """Collect the findings with their pictures."""
    primary = comparison.primary
    told, more = _findings(comparison, numbers)
    pictures = pictures_of(comparison, numbers)
    drawn = dict(enumerate(pictures))
    return {
        "findings": [(said, drawn.get(i)) for i, said in enumerate(told)],
        "verdict": [_linked(s, numbers) for s in (primary.result, primary.refusal) if s],
        "more": more,
        "drawn": bool(pictures),
    }


def _names(comparison: Comparison) -> dict[str, str]:
    """Return the outlet (or whatever is compared) of each article."""
    counted = counted_articles(comparison)["outlet"].to_dict()
    return {
        article.id: str(counted.get(article.id, article.outlet or ""))
        for article in comparison.analysis.articles
    }


def _title(comparison: Comparison) -> str:
    sides = [side_name(comparison.material, side) for side in comparison.material.named_outlets]
    shown = ", ".join(sides[:4] + [f"{len(sides) - 4} more"] * (len(sides) > 4))
    what = "Words of categories" if comparison.material.only_categories else "Naming and voice"
    return f"{what}: {shown}" if shown else what


def _counts(comparison: Comparison) -> dict[str, int]:
    """Return the counts of what is no row to look at."""
    corrections = comparison.analysis.provenance.get("corrections", {})
    return {
        "events": int(comparison.coverage["event"].nunique()),
        "namings": len(comparison.material.mentions),
        "corrections": int(corrections.get("applied", 0)),
        "skipped": len(comparison.analysis.articles.skipped),
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
            f"This page shows the text of {len(shown)} of {articles} articles, whole "
            f"{comparison.settings.units}, those of the strongest findings first; every number "
            "counts all of them."
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
    contrasts = int((comparison.differences_by_concept()["events"] > 0).sum())
    for found, most, what in (
        (contrasts, _MOST_CONTRASTS, "contrasts"),
        (int(comparison.coverage["event"].nunique()), MOST_EVENTS, f"{comparison.within}s"),
    ):
        if found > most:
            notes.append(f"The table of {what} shows {most} of {found}.")
    return notes


def _findings(
    comparison: Comparison, numbers: Numbers
) -> tuple[list[list[dict[str, Any]]], list[Any]]:
    """Return the declared measure's statements, and the findings that are not among them.

    Of very many findings the last is kept, which says what does not differ.
    """
    told = [_linked(sentence, numbers) for sentence in comparison.primary.statements]
    said = {str(sentence) for sentence in comparison.primary.sentences}
    others = [sentence for sentence in comparison.findings() if str(sentence) not in said]
    kept = others if len(others) <= _MOST_TOLD else [*others[: _MOST_TOLD - 1], others[-1]]
    return told, [_linked(sentence, numbers) for sentence in kept]


def _linked(sentence: Sentence, numbers: Numbers) -> list[dict[str, Any]]:
    """Return a sentence as its parts: words, or a number of the page with the stop after it."""
    found: list[dict[str, Any]] = []
    for part in sentence:
        text = part.text
        if found and found[-1]["number"] and (stop := _STOP.match(text)):
            found[-1]["stop"], text = stop[0], text[stop.end() :]
        number = numbers.of(part.query) if part.query else None
        found.append({"text": text, "stop": "", "number": number})
    return found


def _differences(comparison: Comparison, numbers: Numbers) -> list[dict[str, Any]]:
    """Return the contrasts that have a matched event, the declared measure first, up to 70."""
    table = comparison.differences_by_concept()
    kept = table.loc[table["events"] > 0]
    roles = ("primary", "secondary", "exploratory")
    rows = sorted(
        plain_rows(kept), key=lambda row: (roles.index(row["role"]), row["p_value"] or 2.0)
    )[:_MOST_CONTRASTS]
    return [row | _opened(row, numbers) for row in rows]


def _opened(row: Mapping[str, Any], numbers: Numbers) -> dict[str, Any]:
    """Return the numbers of a contrast: each side's namings, both, and the events."""
    query = Query.of_row(row).but(variant=None)
    choice = row["measure"] == "naming choice"
    sides = []
    for side, n, total in (("a", row["n_a"], row["total_a"]), ("b", row["n_b"], row["total_b"])):
        asked = query.but(side="a" if side == "a" else "b", of=None if choice else total)
        sides.append((numbers.of(asked, "" if choice else _tail(row, n)), n, total))
    concept = row["concept"]
    return {
        "name": numbers.naming(str(row["lexicon"]), str(concept)) if concept else None,
        "sides": sides,
        "both": numbers.of(query),
        "matched": numbers.of(query.but(show="events")),
    }


def _tail(row: Mapping[str, Any], n: int) -> str:
    """Say what one side's figure of a contrast adds up."""
    return f"directions sum to {n:+d}" if row["measure"] == "lean" else f"{n} of them loaded"


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
