"""Whether a surname that a list knows is borne by somebody else in a text, or where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from framing.language.bindingwords import IN_OFFICE
from framing.language.boundwords import HE_TITLES, SHE_TITLES_ALONE
from framing.language.givennames import HE_NAMES, SHE_NAMES, given_in
from framing.language.sourcewords import LINKING_PARTICLES
from framing.matching.surnames import GIVEN, Lead, given_before
from framing.values import Span

__all__ = ["borne_by_others", "is_surname", "is_titled_as_another"]

_FAR = 12  # characters before a surname in which a title stands
_PARTICLES = frozenset((*LINKING_PARTICLES, "le", "al"))
_TIMES_AS_OFTEN = 2


def is_surname(form: str) -> bool:
    """Tell whether a form of somebody's name is a surname alone: "Orlow", "van Orlow"."""
    first, _, rest = form.partition(" ")
    return not rest or (" " not in rest and first.lower() in _PARTICLES)


def is_titled_as_another(cased: str, start: int, name: str) -> bool:
    """Tell whether the title before a surname is none of the person called `name`.

    Examples
    --------
    >>> is_titled_as_another("He met Mrs. Fenn.", 12, "Ben Fenn")
    True
    >>> is_titled_as_another("He met Mr. Fenn.", 11, "Ben Fenn")
    False
    """
    words = cased[max(0, start - _FAR) : start].split(" ")
    if len(words) < 2 or words[-1]:
        return False
    title, given = words[-2].rstrip(".").lower(), given_in(name)
    if title in SHE_TITLES_ALONE:
        return given in HE_NAMES and given not in SHE_NAMES
    return title in HE_TITLES and given in SHE_NAMES and given not in HE_NAMES


def borne_by_others(
    cased: str,
    places: Sequence[Span],
    person: Callable[[str], str | None],
    leads: Sequence[Lead],
) -> frozenset[str]:
    """Return the known persons whose surname alone means another in a text.

    `places` are where names stand, as (end, start); `person` tells whom of the list a form means.
    Somebody else bears the surname under a full name, before it stands alone and without the
    known one's own name, or far more often than that.

    Examples
    --------
    >>> known = {"Fenn": "Ben Fenn", "Ben Fenn": "Ben Fenn"}
    >>> text = "Ada Fenn rose. Fenn spoke."
    >>> sorted(borne_by_others(text, [(8, 4), (19, 15)], known.get, [(0, 3, GIVEN)]))
    ['Ben Fenn']
    >>> text = "Ada Fenn rose. Ben Fenn spoke."
    >>> sorted(borne_by_others(text, [(8, 4), (23, 15), (23, 19)], known.get, [(0, 3, GIVEN)]))
    []
    """
    if not _names_another(cased, places, person, leads):  # as nearly always
        return frozenset()
    known = _known(cased, places, person)
    others: Counter[str] = Counter()
    before: set[str] = set()
    for start, end, kind in leads:
        party = known.surnames.get(end + 1)
        if party is None or kind != GIVEN or start in known.begins or not cased[start].isupper():
            continue
        if cased[start:end] == party.partition(" ")[0]:
            continue
        others[party] += 1
        if known.firsts.get(party, start) >= start:
            before.add(party)
    named = known.named
    return frozenset(
        party
        for party, count in others.items()
        if (party in before and not named[party]) or count > _TIMES_AS_OFTEN * named[party] > 0
    )


class _Known(NamedTuple):
    """Where a text has the surnames of those whom a list knows, and how often their names.

    `surnames` is by where one begins, `firsts` where each party's stands alone for the first
    time, `named` how often its own name stands, `begins` where.
    """

    surnames: dict[int, str]
    firsts: dict[str, int]
    named: Counter[str]
    begins: set[int]


def _known(cased: str, places: Sequence[Span], person: Callable[[str], str | None]) -> _Known:
    """Find the names and surnames of known persons among the places where names stand."""
    known = _Known({}, {}, Counter(), set())
    for end, start in places:
        form = cased[start:end]
        party = person(form)
        if party is None:
            continue
        if not is_surname(form):
            known.begins.add(start)
            known.named[party] += 1
            continue
        known.surnames[start] = party
        if cased.startswith(IN_OFFICE, end):
            known.named[party] += 1
        elif not given_before(cased, start, party):
            known.firsts.setdefault(party, start)
    return known


def _names_another(
    cased: str,
    places: Sequence[Span],
    person: Callable[[str], str | None],
    leads: Sequence[Lead],
) -> bool:
    """Tell whether a known surname stands anywhere after a given name that is not its person's."""
    given = {
        end + 1: cased[start:end]
        for start, end, kind in leads
        if kind == GIVEN and cased[start].isupper()
    }
    after = [(start, cased[start:end]) for end, start in places if start in given]
    return any(
        is_surname(form) and party.partition(" ")[0] != given[start]
        for start, form in after
        if (party := person(form)) is not None
    )
