"""What the report says, as plain values for its templates and its script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from framing.report.error_rates import error_rates, measured_rows
from framing.report.marks import paragraphs_of, text_direction
from framing.report.naming import concept_rows, variant_tables
from framing.report.rows import by_article, context, plain_rows, variants_of
from framing.values import Article

if TYPE_CHECKING:
    from framing.comparison import Comparison

__all__ = ["contents_of"]

FIELDS = (
    "article", "variant", "voice", "direction", "toward", "target", "speaker", "speaker_kind",
    "cue", "rule", "distanced", "negated", "left", "text", "right",
)  # fmt: skip
_COPIED = FIELDS[2:12]


def contents_of(comparison: Comparison, title: str | None) -> dict[str, Any]:
    """Collect everything the templates print."""
    analysis = comparison.analysis
    naming = comparison.naming
    outlets = list(dict.fromkeys(str(name) for name in comparison.coverage["outlet"]))
    mentions = _mentions(comparison)
    about = variants_of(tuple(analysis.lexicons))
    tables = variant_tables(naming, about)
    provenance = analysis.provenance
    return {
        "title": title or _title(outlets),
        "question": comparison.question,
        "primary": list(comparison.primary.statements),
        "outlets": outlets,
        "counts": _counts(comparison, mentions),
        "concepts": concept_rows(naming),
        "variants": tables,
        "events": _events(comparison, mentions),
        "payload": _payload(comparison, mentions, tables, about),
        "rates": measured_rows(error_rates()),
        "provenance": _provenance(provenance),
        "methods": [p for p in comparison.methods_text().split("\n\n") if p.strip()],
        "skipped": list(analysis.articles.skipped),
        "warnings": list(analysis.articles.warnings),
    }


def _mentions(comparison: Comparison) -> list[dict[str, Any]]:
    """Return the namings that the comparison counts, numbered in reading order."""
    table = getattr(comparison, "mentions", comparison.analysis.mentions)
    rows = [row for row in plain_rows(table) if row["loaded"] is not None]
    for number, row in enumerate(rows):
        row["number"] = number
    return rows


def _title(outlets: Sequence[str]) -> str:
    shown = list(outlets[:4]) + ([f"{len(outlets) - 4} more"] if len(outlets) > 4 else [])
    if not shown:
        return "Naming and voice"
    return "Naming and voice: " + ", ".join(shown)


def _counts(comparison: Comparison, mentions: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    provenance = comparison.analysis.provenance
    own = [row for row in mentions if row["voice"] == "own"]
    events = comparison.coverage.loc[comparison.coverage["articles"] > 0, "event"]
    corrections = provenance.get("corrections", {})
    return {
        "articles": len(comparison.analysis.articles),
        "events": int(events.dropna().nunique()),
        "namings": len(mentions),
        "own": len(own),
        "loaded_own": sum(1 for row in own if row["intensity"]),
        "corrections": int(corrections.get("applied", 0)),
        "skipped": len(comparison.analysis.articles.skipped),
    }


def _events(comparison: Comparison, mentions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    analysis = comparison.analysis
    mentions_of = by_article(mentions)
    attributions_of = by_article(plain_rows(analysis.attributions))
    found: dict[str, list[dict[str, Any]]] = {}
    for number, article in enumerate(analysis.articles):
        view = _article(
            article, number, mentions_of.get(article.id, []), attributions_of.get(article.id, [])
        )
        found.setdefault(article.event or "", []).append(view)
    return [
        {"name": name or "Articles without an event", "articles": articles}
        for name, articles in sorted(found.items(), key=lambda item: (not item[0], item[0]))
    ]


def _article(
    article: Article,
    number: int,
    mentions: list[dict[str, Any]],
    attributions: list[dict[str, Any]],
) -> dict[str, Any]:
    title, paragraphs = paragraphs_of(article, mentions, attributions)
    loaded = sum(1 for row in mentions if row["intensity"])
    genre, agency = article.meta.get("genre"), article.meta.get("agency")
    meta = [article.date, genre, agency, f"{loaded} of {len(mentions)} namings loaded"]
    language = article.meta.get("language") or article.meta.get("lang") or "en"
    return {
        "anchor": f"a{number}",
        "outlet": article.outlet or "no outlet given",
        "title": title if title is not None else article.title or article.id,
        "lang": str(language),
        "dir": text_direction(article.text),
        "meta": [str(part) for part in meta if part],
        "url": _link(article.url),
        "paragraphs": paragraphs,
    }


def _link(url: str | None) -> str | None:
    """Return the address only where it is one of the web: nothing that could run."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None


def _payload(
    comparison: Comparison,
    mentions: Sequence[dict[str, Any]],
    tables: Sequence[Mapping[str, Any]],
    about: Mapping[tuple[str, str, str], Mapping[str, Any]],
) -> dict[str, Any]:
    """Collect what the page's script reads: a line a mention, by position in `FIELDS`."""
    articles = list(comparison.analysis.articles)
    place = {article.id: number for number, article in enumerate(articles)}
    groups = {(t["lexicon"], t["concept"]): i for i, t in enumerate(tables)}
    variants: dict[tuple[str, str, str], int] = {}
    listed = []
    lines = []
    for row in mentions:
        key = (row["lexicon"], row["concept"], row["variant"])
        if key not in variants:
            variants[key] = len(variants)
            listed.append(
                {"lexicon": key[0], "concept": key[1], "variant": key[2],
                 "group": groups.get(key[:2], -1), "intensity": row["intensity"] or 0,
                 **about.get(key, {})}
            )  # fmt: skip
        number = place[row["article_id"]]
        left, right = context(articles[number], row)
        copied = [row[name] for name in _COPIED]
        lines.append([number, variants[key], *copied, left, row["text"], right])
    return {
        "fields": FIELDS,
        "articles": [
            {"anchor": f"a{number}", "outlet": a.outlet or "no outlet given", "event": a.event}
            for number, a in enumerate(articles)
        ],
        "variants": listed,
        "mentions": lines,
    }


def _provenance(provenance: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Write the provenance as pairs of words."""
    rows = [("framing", str(provenance.get("framing", "")))]
    rows += [
        (f"lexicon {lexicon['id']}", f"version {lexicon['version']}, SHA-256 {lexicon['sha256']}")
        for lexicon in provenance.get("lexicons", ())
    ]
    rows += [
        ("target " + target["name"], ", ".join(target["aliases"]) or "no aliases")
        for target in provenance.get("targets", ())
    ]
    for part in ("settings", "counts", "corrections"):
        for name, value in provenance.get(part, {}).items():
            rows.append((f"{part}: {str(name).replace('_', ' ')}", str(value)))
    return rows
