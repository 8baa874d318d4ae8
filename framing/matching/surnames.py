"""The full name that each surname of a text stands in, where it stands in one only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from framing.language.bindingwords import AT_PLACES, ENDS_OF_BODIES_NAMED, SURNAMES_AND_VERBS
from framing.language.closed import NUMBERS
from framing.language.givennames import GIVEN_NAMES
from framing.language.partywords import (
    INSTITUTIONS,
    SURNAMES_TOO,
    THINGS_ENDS,
    TITLES,
    TITLES_OF_ONE,
)
from framing.language.roleverbs import SAID
from framing.language.wordclasses import CLOSED, DETERMINERS, OWN, TIMES

__all__ = [
    "GIVEN", "LEADS", "SAYS", "TITLE", "Lead", "begins_a_name", "full_names", "given_before",
    "is_other", "speakers", "surnames_in",
]  # fmt: skip

GIVEN, TITLE, OTHER_TITLE, SAYS = 1, 2, 3, 4
LEADS = {
    **dict.fromkeys(SAID, SAYS),
    **dict.fromkeys(sorted(TITLES - TITLES_OF_ONE), OTHER_TITLE),
    **dict.fromkeys(sorted(TITLES_OF_ONE), TITLE),
    **dict.fromkeys(sorted(GIVEN_NAMES), GIVEN),
}
"""Words that begin a person's name where they have a capital, or follow one: what each is."""
Lead: TypeAlias = tuple[int, int, int]
"""Where such a word begins and ends, and what it is."""

_WORD = r"[A-Z][\w']*+\.?"
_NAME = re.compile(rf"({_WORD}) ({_WORD})(?: ({_WORD}))?")  # a given name, an initial, a surname
_SINGLE = re.compile(r"([A-Z][a-z]{2,})(?=[ ,.;']+(?:[^\w]|[a-z]))")  # "Pope *Otto* spoke"
_IS_TOLD_OF = re.compile(r", (?:who|\d\d),? ")
_OTHERS = (INSTITUTIONS | CLOSED | TITLES) - SURNAMES_TOO
_NO_GIVEN = TIMES | TITLES_OF_ONE
_FAR = 48  # characters before a surname in which the two words before it are looked for


def full_names(cased: str, leads: Iterable[Lead]) -> dict[str, str]:
    """Return the full name of each surname that stands after one given name only in a text.

    Where several bear it, it is the first one's who was called so alone before the next was named.

    Examples
    --------
    >>> text = "Alex Fenn met Mr. Ruben T. Orlov."
    >>> full_names(text, [(0, 4, GIVEN), (14, 16, TITLE)])
    {'Fenn': 'Alex Fenn', 'Orlov': 'Ruben Orlov'}
    >>> full_names("Ada Lind saw Ben Lind.", [(0, 3, GIVEN), (13, 16, GIVEN)])
    {'Lind': ''}
    >>> full_names("Mr. Orlov met Pope Otto in May.", [(0, 2, TITLE), (14, 18, TITLE)])
    {'Orlov': 'Orlov', 'Otto': 'Otto'}
    """
    found: dict[str, str] = {}
    titled: dict[str, str] = {}
    alone: dict[str, int] = {}  # where the first full name of each ends
    for start, end, kind in leads:
        if kind > TITLE or (cased[start - 1] == "'" and cased[start - 2].isalnum()):
            continue
        if kind == TITLE:
            start = end + (2 if cased[end] == "." else 1)
        elif cased[end] != " ":
            continue
        name = _NAME.match(cased, start) if cased[start - 1] == " " or kind == GIVEN else None
        if name is None:
            if kind == TITLE and (single := _SINGLE.match(cased, start)) is not None:
                if single[1].lower() in TITLES:
                    continue
                titled[single[1]] = single[1]
            continue
        given, last, after = name.groups()
        if kind == TITLE and is_other(given):
            continue
        if after is not None and len(last.rstrip(".")) == 1:
            last = after
        last = last.rstrip(".").removesuffix("'s").rstrip("'")
        if len(last) > 1 and not last.isupper():
            full = f"{given} {last}"
            known = found.setdefault(last, full)
            if known == full:
                alone.setdefault(last, name.end())
            elif known and cased.find(f" {last}", alone[last], name.start() + len(given)) < 0:
                found[last] = ""  # nobody was called so alone before the second came
    return titled | found if titled else found


def speakers(cased: str, leads: Iterable[Lead]) -> Iterable[tuple[str, str]]:
    """Give the surnames and full names of those who speak, or have an age, whatever their names.

    Examples
    --------
    >>> text = "Quorl Venn said so. Police said so. Brisca Lind, 45, left."
    >>> list(speakers(text, [(11, 15, SAYS), (27, 31, SAYS)]))
    [('Venn', 'Quorl Venn'), ('Lind', 'Brisca Lind')]
    """
    for at in _speaking(cased, leads):
        if not cased[cased.rfind(" ", max(0, at - _FAR), at) + 1].isupper():
            continue  # as nearly always: "he said"
        words = cased[max(0, at - _FAR) : at].split(" ")[-5:]
        if len(words) > 2 and len(words[-2]) == 2 and words[-2][1] == ".":
            del words[-2]  # an initial
        if len(words) < 2 or not (words[-1].isalpha() and words[-2].isalpha()):
            continue
        given, last = words[-2:]
        if not (given.istitle() and last[0].isupper()):
            continue
        if _is_name_alone(words) and not any(map(_is_no_name, (given, last))):
            yield last, f"{given} {last}"


def _is_name_alone(words: Sequence[str]) -> bool:
    """Tell whether the last two words are no part of a longer name, nor "the *Quorl Venn*"."""
    lead, before = ["", "", *words[:-2]][-1], ["", "", *words[:-2]][-2]
    if lead[:1].isupper():  # "Ada *Huck Orlow* said"
        return False
    if before[:1].isupper() and lead in ("and", "for", "of"):
        return False  # "Customs and *Border Lines* said"
    return lead not in DETERMINERS and lead not in OWN


def _is_no_name(word: str) -> bool:
    bare = word.lower()
    return is_other(word) or bare in _NO_GIVEN or bare in NUMBERS or bare.endswith(THINGS_ENDS)


def _speaking(cased: str, leads: Iterable[Lead]) -> list[int]:
    """Return where what is said of a name begins: " said", ", who ", ", 45,"; in order."""
    found = [
        start - 1
        for start, end, kind in leads
        if kind == SAYS and start and cased[start - 1] == " " and cased[start:end].islower()
    ]
    for told in _IS_TOLD_OF.finditer(cased):
        at = told.start()
        apart = cased[at - 1 : at] == " " and cased[told.end() - 2] != ","
        found.append(at - 1 if apart else at)
    found.sort()
    return found


def surnames_in(cased: str, leads: Iterable[Lead]) -> frozenset[str]:
    """Return the surnames of a text, as far as a given name that is no other word stands before.

    Examples
    --------
    >>> leads = [(0, 3, GIVEN), (21, 25, GIVEN)]
    >>> sorted(surnames_in("Ada Slaughter spoke. Will Riots end?", leads))
    ['Slaughter']
    """
    large = [
        (start, end, kind)
        for start, end, kind in leads
        if cased[start].isupper() and cased[start:end].lower() not in SURNAMES_AND_VERBS
    ]
    return frozenset(full_names(cased, large))


def is_other(word: str) -> bool:
    """Tell a word that no person's name holds: of an institution, a time, all in capitals."""
    bare = word.rstrip(".").lower()
    return (
        bare in _OTHERS
        or (word.isupper() and len(word) > 2)
        or any(map(str.isdigit, word))
        or bare.endswith("day")
    )


def given_before(cased: str, start: int, name: str) -> str:
    """Return somebody else's given name before the surname of a person called `name`, or "".

    One that is known as a given name; or any word with a capital inside a sentence written small,
    and before an Arabic surname.

    Examples
    --------
    >>> given_before("Alice Fenn and Ben Fenn met Mr Fenn.", 6, "Ben Fenn")
    'Alice'
    >>> given_before("On Monday Fenn met the Quorl Fenn.", 10, "Ben Fenn")
    ''
    >>> given_before("They met Quorl Fenn.", 15, "Ben Fenn")
    'Quorl'
    """
    words = cased[max(0, start - _FAR) : start].split(" ")
    if words[-1] or len(words) < 2:
        return ""
    given, lead = words[-2].lstrip("\"'("), words[-3] if len(words) > 2 else ""
    low = given.lower()
    if not (given.isalpha() and given[0].isupper()) or lead == name.partition(" ")[0]:
        return ""
    if low in GIVEN_NAMES and low not in SURNAMES_AND_VERBS:
        return given
    if is_other(given) or low in TIMES or lead in AT_PLACES:
        return ""
    inside = lead.isalpha() and lead.islower()
    return given if inside or cased.startswith("al ", start) else ""


def begins_a_name(cased: str, start: int, end: int) -> bool:
    """Tell whether words with a capital go on as the name of a law, a body or a prize.

    Examples
    --------
    >>> text = "The Heroes Act passed. Heroes act."
    >>> begins_a_name(text, 4, 10), begins_a_name(text, 23, 29)
    (True, False)
    """
    return cased[start].isupper() and ENDS_OF_BODIES_NAMED.match(cased, end) is not None
