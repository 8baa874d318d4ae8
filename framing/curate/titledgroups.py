"""Noun groups that stand beside a name as its title or apposition: "the mayor, Orla Venn"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from framing.curate.groups import LONGEST, Group
from framing.curate.uses import GroupUse, Uses
from framing.language.abbreviations import TITLES
from framing.language.inflection import word_kinds
from framing.values import Span

__all__ = ["beside_names", "namesake", "own_given"]

_DETERMINER = r"(?:the|a|an|his|her|its|their)"
_AFTER = re.compile(rf"\s?,\s(?:{_DETERMINER})\s\Z", re.IGNORECASE)
_BEFORE = re.compile(r"\bthe\s\Z", re.IGNORECASE)
_DETERMINED = re.compile(rf"\b{_DETERMINER}\s\Z", re.IGNORECASE)
_INDEFINITE = re.compile(r"\ban?\s\Z", re.IGNORECASE)
_GIVEN = re.compile(r"(?<![\w.])([A-Z][\w-]+) \Z")
_LONGEST_GIVEN = 30
_TWO = 2
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
    texts = {where: of_field[0].text for where, of_field in by_field.items()}
    given = own_given(texts, spans)
    found: Counter[str] = Counter()
    for where, mentions in spans.items():
        rows = sorted(by_field.get(where, ()), key=lambda use: use.group.start)
        starts = {start for start, _ in mentions}
        for number, use in enumerate(rows):
            group = use.group
            inside = [start for start in starts if group.start <= start < group.end]
            if not inside:
                continue
            if not namesake(use.text, min(inside), given):
                found.update(_endings(_title(use.text, group, min(inside))))
                if number and _parted_from(rows[number - 1].group, group, min(inside)):
                    found.update(_endings(rows[number - 1].group.words))
            if not group.name:
                continue
            for other, before in ((number - 1, True), (number + 1, False)):
                if 0 <= other < len(rows) and _apposed(use.text, group, rows[other].group, before):
                    found.update(_endings(rows[other].group.words))
    return found


def _parted_from(title: Group, name: Group, at: int) -> bool:
    """Tell whether a title and a name were too long for one group, and stand apart therefore."""
    too_long = len(title.words) + len(name.words) > LONGEST
    return too_long and not title.name and title.end + 1 == name.start == at


def _title(text: str, group: Group, at: int) -> tuple[str, ...]:
    """Return the words of a group that stand before a name in it and are words of the language."""
    if not text[at].isupper() or _INDEFINITE.search(
        text, max(0, group.start - _MOST_GAP), group.start
    ):
        return ()  # in "a new book Venn wrote" the name begins a clause
    if not all(word[0].isupper() for word in text[at : group.end].split()):
        return ()  # in "the final Iran deal" the words before are no title
    words = group.words[: len(text[group.start : at].split())]
    while words and "NOUN" not in word_kinds(words[-1]):
        words = words[:-1]
    bare = len(words) == 1 and text[group.start].islower() and "VERB" in word_kinds(words[0])
    if bare and not _DETERMINED.search(text, max(0, group.start - _MOST_GAP), group.start):
        return ()  # "support Venn"
    return words


def namesake(text: str, at: int, given: str | None) -> bool:
    """Tell whether a surname stands behind another given name than the concept's person has."""
    return given is not None and _given(text, at) not in ("", given)


def own_given(
    texts: Mapping[tuple[str, str], str], spans: Mapping[tuple[str, str], Sequence[Span]]
) -> str | None:
    """Return the given name that stands before most mentions of a surname; None without one."""
    names = Counter(
        _given(texts[where], start) for where in spans if where in texts
        for start, _ in spans[where]
    )  # fmt: skip
    del names[""]
    name, count = next(iter(names.most_common(1)), ("", 0))
    return name if count >= _TWO and count * _TWO > names.total() else None


def _given(text: str, at: int) -> str:
    """Return the given name before a surname, in lower case; nothing where there is none."""
    found = _GIVEN.search(text, max(0, at - _LONGEST_GIVEN), at)
    word = found[1].lower() if found and text[at].isupper() else ""
    return "" if word_kinds(word) or word.capitalize() in TITLES else word


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
