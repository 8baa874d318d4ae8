"""The page's data: a line for every mention and reported passage, for the page's own script."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from framing.report.events import Shown
from framing.report.rows import context, plain_rows
from framing.values import Article

if TYPE_CHECKING:
    from framing.comparison import Comparison

__all__ = ["payload_of"]

_COPIED = (
    "voice", "direction", "toward", "target", "speaker", "speaker_kind", "cue", "rule",
    "distanced", "negated",
)  # fmt: skip
FIELDS = ("article", "variant", *_COPIED, "left", "text", "right")
PASSAGE_FIELDS = ("article", "speaker_name", "speaker", "speaker_kind", "kind", "cue", "text")
_MOST_BYTES = 700_000
_LONGEST = 180


class _Strings:
    """Words that come again and again, each once: lines hold its place, as a list of one."""

    def __init__(self) -> None:
        self.listed: list[str] = []
        self._place: dict[str, int] = {}

    def of(self, value: Any) -> Any:
        """Return a string's place; anything else as it is (flags as 0 and 1)."""
        if isinstance(value, bool):
            return int(value)
        if not isinstance(value, str):
            return value
        if value not in self._place:
            self._place[value] = len(self.listed)
            self.listed.append(value)
        return [self._place[value]]


def payload_of(
    comparison: Comparison,
    mentions: Sequence[Mapping[str, Any]],
    tables: Sequence[Mapping[str, Any]],
    about: Mapping[tuple[str, str, str], Mapping[str, Any]],
    shown: Shown,
    names: Mapping[str, str],
) -> dict[str, Any]:
    """Collect the lines, those of articles on the page first, as far as the page has room.

    Every mention keeps its number; one that found no room is null.
    """
    articles = {article.id: article for article in comparison.analysis.articles}
    place = {name: number for number, name in enumerate(articles)}
    groups = {(t["lexicon"], t["concept"]): i for i, t in enumerate(tables)}
    variants: dict[tuple[str, str, str], int] = {}
    listed = []
    for row in mentions:
        key = (row["lexicon"], row["concept"], row["variant"])
        if key not in variants:
            variants[key] = len(variants)
            listed.append(_variant(key, row, groups, about))
    strings = _Strings()
    return {
        "fields": FIELDS,
        "mentions": _lines(mentions, articles, place, variants, shown, strings),
        "variants": listed,
        "articles": [
            {"anchor": shown.get(a.id), "outlet": names.get(a.id, ""), "event": a.event}
            for a in articles.values()
        ],
        "passageFields": PASSAGE_FIELDS,
        "passages": _passages(comparison, articles, place, names, strings),
        "strings": strings.listed,
    }


def _lines(
    mentions: Sequence[Mapping[str, Any]],
    articles: Mapping[str, Article],
    place: Mapping[str, int],
    variants: Mapping[tuple[str, str, str], int],
    shown: Shown,
    strings: _Strings,
) -> list[list[Any] | None]:
    lines: list[list[Any] | None] = [None] * len(mentions)
    room = _MOST_BYTES
    for row in sorted(mentions, key=lambda row: row["article_id"] not in shown):
        name = row["article_id"]
        left, right = context(articles[name], row)
        number = variants[row["lexicon"], row["concept"], row["variant"]]
        copied = [strings.of(row[field]) for field in _COPIED]
        line = [place[name], number, *copied, left, row["text"], right]
        room -= _size(line)
        if room < 0 and name not in shown:
            break
        lines[row["number"]] = line
    return lines


def _variant(
    key: tuple[str, str, str],
    row: Mapping[str, Any],
    groups: Mapping[tuple[str, str], int],
    about: Mapping[tuple[str, str, str], Mapping[str, Any]],
) -> dict[str, Any]:
    return {
        "lexicon": key[0],
        "concept": key[1],
        "variant": key[2],
        "group": groups.get(key[:2], -1),
        "intensity": row["intensity"] or 0,
        **about.get(key, {}),
    }


def _passages(
    comparison: Comparison,
    articles: Mapping[str, Article],
    place: Mapping[str, int],
    names: Mapping[str, str],
    strings: _Strings,
) -> list[list[Any]]:
    """Return one line a reported passage of the articles compared, while there is room."""
    found: list[list[Any]] = []
    room = _MOST_BYTES // 2
    for row in plain_rows(comparison.analysis.attributions):
        name = row["article_id"]
        if name not in names:
            continue
        article = articles[name]
        text = (article.title or "") if row["field"] == "title" else article.text
        words = _excerpt(text, row["content"] or ())
        line = [place[name], *(strings.of(row[f]) for f in PASSAGE_FIELDS[1:-1]), words]
        room -= _size(line)
        if room < 0:
            break
        found.append(line)
    return found


def _excerpt(text: str, content: Iterable[Sequence[int]]) -> str:
    words = " … ".join(" ".join(text[start:end].split()) for start, end in content)
    return words if len(words) <= _LONGEST else words[: _LONGEST - 2] + " …"


def _size(line: Sequence[Any]) -> int:
    return len(json.dumps(line, ensure_ascii=False).encode("utf-8", "surrogatepass")) + 1
