"""Noun groups that stand beside a name as its title or apposition: "the mayor, Orla Venn"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from framing.curate.groups import Group
from framing.curate.uses import GroupUse, Uses
from framing.language.inflection import word_kinds
from framing.values import Span

__all__ = ["beside_names"]

_DETERMINER = r"(?:the|a|an|his|her|its|their)"
_AFTER = re.compile(rf"\s?,\s(?:{_DETERMINER})\s\Z", re.IGNORECASE)
_BEFORE = re.compile(r"\bthe\s\Z", re.IGNORECASE)
_COMMA = re.compile(r"\s?,\s")
_STOP = re.compile(r"\s?[,.;]")
_MOST_GAP = 12


def beside_names(uses: Uses, spans: Mapping[tuple[str, str], Sequence[Span]]) -> Counter[str]:
    """Count, for noun groups, how often they stand at a mention as its title or apposition.

    Parameters
    ----------
    uses : Uses
        The noun groups of the articles.
    spans : mapping of (article id, field) to spans
        The mentions.

    Returns
    -------
    Counter
        By the words of the group; every ending of a title counts, so that "former police chief
        Venn" speaks for "former police chief", "police chief" and "chief".
    """
    by_field: dict[tuple[str, str], list[GroupUse]] = defaultdict(list)
    for of_key in uses.by_key.values():
        for use in of_key:
            by_field[use.article.id, use.field].append(use)
    found: Counter[str] = Counter()
    for where, mentions in spans.items():
        rows = sorted(by_field.get(where, ()), key=lambda use: use.group.start)
        starts = {start for start, _ in mentions}
        for number, use in enumerate(rows):
            group = use.group
            inside = [start for start in starts if group.start <= start < group.end]
            if not inside:
                continue
            found.update(_endings(_title(use.text, group, min(inside))))
            if not group.name:
                continue
            for other, before in ((number - 1, True), (number + 1, False)):
                if 0 <= other < len(rows) and _apposed(use.text, group, rows[other].group, before):
                    found.update(_endings(rows[other].group.words))
    return found


def _title(text: str, group: Group, at: int) -> tuple[str, ...]:
    """Return the words of a group that stand before a name in it and are words of the language."""
    if not text[at].isupper():
        return ()
    words = group.words[: len(text[group.start : at].split())]
    while words and "NOUN" not in word_kinds(words[-1]):
        words = words[:-1]
    return words


def _endings(words: Sequence[str]) -> set[str]:
    return {" ".join(words[i:]) for i in range(len(words))}


def _apposed(text: str, group: Group, other: Group, before: bool) -> bool:
    """Tell whether a group is the apposition of a name: "Venn, the mayor,"; "the mayor, Venn,"."""
    if other.name:
        return False
    if before:
        return bool(
            _COMMA.fullmatch(text[other.end : group.start])
            and _BEFORE.search(text[max(0, other.start - _MOST_GAP) : other.start])
            and _STOP.match(text, group.end)
        )
    return bool(_AFTER.fullmatch(text[group.end : other.start]) and _STOP.match(text, other.end))
