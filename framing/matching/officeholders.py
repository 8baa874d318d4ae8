"""Whom "the president" stands for: the one person of a text who bears the title before a name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from framing.language.bindingwords import ADMINISTRATION, OF_OR_ELECT
from framing.language.partywords import OFFICES, ONCE_IN_OFFICE
from framing.language.wordclasses import CLOSED, TIMES
from framing.matching.aliases import Named
from framing.matching.surnames import TITLE, Lead, is_other
from framing.values import Span

__all__ = ["bearers", "titles_in"]

_NAME = re.compile(r"\.? ((?:[^\W\d_a-z](?:\.|[\w'-]*+) ){0,2}[^\W\d_a-z][\w'-]+)")
_ENDS = frozenset(" '")


def bearers(cased: str, leads: Iterable[Lead]) -> dict[str, str]:
    """Return the surname of the one who bears each title, "" where a text gives it to several.

    Who once was in office does not count; "the administration" is that of the one whose name
    stands before the word.

    Examples
    --------
    >>> text = "President Ada Orlow met former President Fenn. Gov. Lind met Gov. Huck."
    >>> leads = [(0, 9, TITLE), (31, 40, TITLE), (47, 50, TITLE), (61, 64, TITLE)]
    >>> bearers(text, leads)
    {'president': 'Orlow', 'governor': ''}
    """
    found: dict[str, set[str]] = {}
    for start, end, kind in leads:
        if kind != TITLE or not cased[start].isupper():
            continue
        office = OFFICES.get(cased[start:end].lower())
        if office is None:
            continue
        if cased[max(0, start - 8) : start].lower().endswith(ONCE_IN_OFFICE):
            continue
        name = _NAME.match(cased, end)
        words = name[1].split() if name is not None else []
        while words and words[-1].lower() in TIMES:
            words.pop()
        last = words[-1].removesuffix("'s").rstrip("'.") if words else ""
        if last and not is_other(last):
            found.setdefault(office, set()).add(last)
    at = cased.find(ADMINISTRATION)
    while at >= 0:
        surname = cased[cased.rfind(" ", 0, at) + 1 : at]
        if surname.istitle() and surname.lower() not in CLOSED:
            found.setdefault(ADMINISTRATION[1:], set()).add(surname)
        at = cased.find(ADMINISTRATION, at + 1)
    ruling, presiding = found.get(ADMINISTRATION[1:]), found.get("president")
    if ruling and presiding and not ruling <= presiding:
        ruling.add("")  # "the administration" of President Orlow is not the one before
    return {office: next(iter(names)) if len(names) == 1 else "" for office, names in found.items()}


def titles_in(
    low: str, within: Span, borne: Mapping[str, str], named: Callable[[str], str | None]
) -> Iterator[Named]:
    """Give the places of "the president" and the like, as the persons whom `named` tells.

    `borne` are the titles that one person bears in the text.
    """
    first, last = within
    for title in borne:
        wanted = f"the {title}"
        at = low.find(wanted, first, last)
        while at >= 0:
            end = at + len(wanted)
            follows = low[end] in _ENDS and not low.startswith(OF_OR_ELECT, end)
            if follows and not low[at - 1].isalnum() and (name := named(title)) is not None:
                yield Named(at, end, name, False, False, "person")
            at = low.find(wanted, end, last)
