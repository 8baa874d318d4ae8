"""Rows of the analysis as plain Python: what the templates and the page's script read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from framing.charts.counted import counted_mentions
from framing.lexicon.deedsigns import against_doers
from framing.values import Article

if TYPE_CHECKING:
    import pandas as pd

    from framing.comparison import Comparison
    from framing.lexicon import Lexicon

__all__ = ["by_article", "context", "mention_rows", "plain", "plain_rows", "variants_of"]

_WIDTH = 52


def plain(value: Any) -> Any:
    """Return a cell as Python's own: missing becomes None, array scalars become numbers."""
    if isinstance(value, list | tuple | dict | str) or value is None:
        return value
    if type(value).__name__ in {"NAType", "NaTType"} or value != value:
        return None
    return value.item() if hasattr(value, "item") else value


def plain_rows(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of a table as dictionaries of plain values."""
    names = list(table.columns)
    columns = [_column(table[name]) for name in names]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def _column(column: pd.Series) -> list[Any]:
    """Return a column as a list, converted once as a whole; odd cells one by one."""
    if column.dtype == object:
        return [plain(value) for value in column.tolist()]
    missing = column.isna().to_numpy(bool)
    values: list[Any] = column.tolist()
    if missing.any():
        values = [None if gone else v for v, gone in zip(values, missing, strict=True)]
    return values


def by_article(rows: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Group rows by the article they are of."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["article_id"], []).append(row)
    return found


def context(article: Article, row: Mapping[str, Any]) -> tuple[str, str]:
    """Return the words left and right of a mention, white space as single spaces."""
    text = (article.title or "") if row["field"] == "title" else article.text
    start, end = row["start"], row["end"]
    left = " ".join(text[max(0, start - 2 * _WIDTH) : start].split())
    right = " ".join(text[end : end + 2 * _WIDTH].split())
    space = text[start - 1 : start].isspace(), text[end : end + 1].isspace()
    return _tail(left) + " " * space[0], " " * space[1] + _head(right)


def _tail(words: str) -> str:
    """Return the last words that fit the width, the first of them whole."""
    return words if len(words) <= _WIDTH else words[-_WIDTH:].partition(" ")[2]


def _head(words: str) -> str:
    """Return the first words that fit the width, the last of them whole."""
    return words if len(words) <= _WIDTH else words[:_WIDTH].rpartition(" ")[0]


def variants_of(lexicons: tuple[Lexicon, ...]) -> dict[tuple[str, str, str], dict[str, Any]]:
    """Return what the lexicons say of each variant: gloss, register, note and sources in words.

    `against` is the slot of the doer, where a word for a deed is against it.
    """
    found, deeds = {}, against_doers(lexicons)
    for lexicon in lexicons:
        works = lexicon.sources
        for concept in lexicon.concepts:
            for variant in concept.variants:
                cited = []
                for citation in variant.sources:
                    work = works.get(citation.id)
                    parts = [
                        work.publisher or work.author or work.title if work else citation.id,
                        f"({work.year})" if work and work.year else None,
                        citation.locator,
                        citation.says,
                    ]
                    cited.append(", ".join(part for part in parts if part).replace(", (", " ("))
                key = (lexicon.id, concept.id, variant.id)
                found[key] = {
                    "gloss": concept.gloss,
                    "against": deeds.get(key),
                    "register": variant.register,
                    "note": variant.note,
                    "basis": variant.basis,
                    "sources": cited,
                }
    return found


def mention_rows(comparison: Comparison) -> list[dict[str, Any]]:
    """Return the namings that the comparison counts, numbered in reading order.

    Each says too whom its word is against, where it is a deed's word against its doer.
    """
    rows = plain_rows(counted_mentions(comparison))
    deeds = comparison.material.against_doers
    for number, row in enumerate(rows):
        row["number"] = number
        row["against"] = deeds.get((row["lexicon"], row["concept"], row["variant"]))
    return rows
