"""Names in the words of a source: a person's, after title and office, or an institution's."""

from __future__ import annotations

import re
from collections.abc import Mapping

from framing.language.abbreviations import SOURCE_TITLES as TITLES
from framing.language.clitics import NAME_CLITICS, POSSESSIVE_CLITICS
from framing.language.closed import ARTICLES
from framing.language.givennames import GIVEN_NAMES
from framing.language.smallwords import AND, BESIDE_WITH, INSIDE_NAMES, OF, THE
from framing.language.sourcewords import (
    AFTER_NAME,
    BEFORE_OTHERS,
    FORMER,
    LABELS_OF_PERSONS,
    LIKE_PEOPLE,
    NAME_PARTICLES,
    NO_NAMES,
    OF_OFFICE,
    OFFICE_LINKS,
    OFFICES_AND_SURNAMES,
    PEOPLE_END,
    PERSONS_NAMED,
)

__all__ = ["is_list", "name_in"]

_PARTY = re.compile("-[A-Z]-[A-Z].*")
_LONGEST_ACRONYM, _SHORTEST_NAME, _FULL_NAME, _SHORTEST_BANNER = 4, 2, 2, 2
_Classes = Mapping[str, tuple[str, ...]]
_BETWEEN_NAMES = ARTICLES | {AND}
_FEWEST_LISTED = 2  # parts between commas; the last holds two


def name_in(
    words: list[str], lowered: list[str], nouns: _Classes, nations: _Classes
) -> tuple[str | None, str]:
    """Return the first person's name in a source, else its institution's; with its kind.

    Examples
    --------
    >>> words = "Secretary of State Kim Ortiz".split()
    >>> office = {"secretary": ("official",)}
    >>> name_in(words, [word.lower() for word in words], office, {})
    ('Kim Ortiz', 'named')
    """
    body: str | None = None
    kind = ""
    last_stop = others_stop = 0
    for start, stop in _runs(words):
        if start < last_stop:
            continue
        before = _preposition_before(lowered, start)
        joined = 0 < others_stop == start - 1 and lowered[others_stop] == AND
        if joined or (before and (start > 1 or before == BESIDE_WITH)):
            others_stop = stop  # "a statement from the mayor, and one from Venn *and Ortiz*"
            continue
        follows = lowered[stop] if stop < len(words) else ","
        if follows not in AFTER_NAME:
            continue
        if follows in OFFICE_LINKS and _holds_office(lowered[stop - 1], nouns):
            name, last_stop = _after_office(words, lowered, stop + 1, nouns)
            if name:
                return name, "named"
            continue
        if follows == OF and "institution" in nouns.get(lowered[stop - 1], ()):
            name = _head_of_body(words, lowered, stop + 1, nouns)
            if name:
                return name, "named"
        role, run = _after_role(words, lowered, start, stop, nouns)
        if role >= 0 and run:
            return _bare(run), "named"
        article = start > 0 and lowered[start - 1] == THE
        classes = nouns.get(run[0].lower(), ()) if len(run) == 1 else ()
        if not run or _no_name(lowered, start, stop, nouns) or "anonymous" in classes:
            continue  # "Insiders"
        if _is_institution(run, article, nouns, nations):
            if body is None:
                body = _with_of(words, start, stop)
                kind = _kind_of_body(run, article, nouns, nations)
        elif not article and "group" not in classes:
            return _bare(run), "named"
    return body, kind


def _after_role(
    words: list[str], lowered: list[str], start: int, stop: int, nouns: _Classes
) -> tuple[int, list[str]]:
    """Index of the last title or office of a run, or -1, and the name behind it, if one is."""
    role = _last_role(lowered[start:stop], nouns)
    run = words[start + role + 1 : stop]
    run = run[_banner(run) :]  # "OSK ELECTION HEADQUARTERS | Kim Ortiz"
    last = run[-1].lower() if run else ""
    office = _OFFICIALS & set(nouns.get(last, ())) and last not in OFFICES_AND_SURNAMES
    return role, [] if office else run  # "Chief Cabinet Secretary, Kim Ortiz", "Strategists"


def _bare(run: list[str]) -> str:
    """Name without the party and the state behind it, and without a mark: "Ana Venn-R-Osk"."""
    return _PARTY.sub("", " ".join(run)).rstrip(".'’")


def _kind_of_body(run: list[str], article: bool, nouns: _Classes, nations: _Classes) -> str:
    """Kind of a body with a name: a family, a people, a document, an institution."""
    last = run[-1].lower()
    body = "institution" in nouns.get(" ".join(run[-2:]).lower(), ())  # "the United Nations"
    family = article and len(run) == 1 and last.endswith("s") and last not in nations  # "the Venns"
    if not body and ((family and last not in nouns) or _is_people(last, nouns)):
        return "group"
    return "document" if nouns.get(last, ())[:1] == ("document",) else "institution"


def _is_people(word: str, nouns: _Classes) -> bool:
    """Whether a name is that of people: Democrats, Iranians."""
    classes = nouns.get(word, ())
    return "group" in classes or (not classes and _ends_like_people(word))


def _ends_like_people(word: str) -> bool:
    """Whether a word ends like one for people, and is no surname that does: Iranians, Sanders."""
    return word.endswith(PEOPLE_END) and word not in LIKE_PEOPLE


def _no_name(lowered: list[str], start: int, stop: int, nouns: _Classes) -> bool:
    """Whether capitals are no name: "Part of the plan", "President", "Prize-winning President"."""
    last = lowered[stop - 1]
    if stop - start == 1 and start == 0 and lowered[stop : stop + 1] == [OF]:
        return "institution" not in nouns.get(last, ())
    return "official" in nouns.get(last, ()) and last not in OFFICES_AND_SURNAMES


def _with_of(words: list[str], start: int, stop: int) -> str:
    """Name of a body with what follows "of": "Ministry of Defence"."""
    if words[stop : stop + 1] == [OF]:
        last = stop + 1
        while last < len(words) and (words[last][0].isupper() or words[last] in INSIDE_NAMES):
            last += 1
        while words[last - 1] in INSIDE_NAMES:
            last -= 1
        if last > stop + 1:
            stop = last
    return " ".join(words[start:stop])


def _holds_office(word: str, nouns: _Classes) -> bool:
    """Whether a word is an office that "of" may follow: secretary, chief, ambassador."""
    return "official" in nouns.get(word, ()) or word.rstrip(".") in TITLES


def _after_office(
    words: list[str], lowered: list[str], at: int, nouns: _Classes
) -> tuple[str, int]:
    """Name after an office with "of", and where its words end: "of State Kim Ortiz"."""
    if at < len(words) and lowered[at] in ARTICLES:
        at += 1
    stop = at
    while stop < len(words) and (
        words[stop][0].isupper()
        or ((words[stop] in NAME_PARTICLES or words[stop] == AND) and stop > at)
    ):
        stop += 1
    run = words[at:stop]
    small = next((i for i, word in enumerate(run) if word in NAME_PARTICLES), None)
    bodies = [
        i
        for i, word in enumerate(run[:-1])
        if word.lower() in OF_OFFICE or "institution" in nouns.get(word.lower(), ())
    ]
    if bodies:
        name = run[bodies[-1] + 1 :]
    elif len(run) > 2:
        name = run[small - 1 :] if small and small > 1 else run[-2:]
    else:
        name = []
    return " ".join(name).rstrip(".'’"), stop


def _head_of_body(words: list[str], lowered: list[str], at: int, nouns: _Classes) -> str:
    """Name after an office of a body: "Department | of Home Affairs Secretary Kim Ortiz"."""
    stop = at
    while stop < len(words) and (words[stop][0].isupper() or words[stop] in INSIDE_NAMES):
        stop += 1
    role = _last_role(lowered[at:stop], nouns)
    return " ".join(words[at + role + 1 : stop]).rstrip(".'’") if role >= 0 else ""


_OFFICIALS = frozenset(("official", "spokesperson"))


def _preposition_before(lowered: list[str], start: int) -> str:
    """Preposition before a run of capitals, over an article; empty where there is none."""
    at = start - 1
    while at > 0 and lowered[at] in POSSESSIVE_CLITICS:  # "led by the *Herald’s* Orlo Venn"
        at -= 2
    if at >= 0 and lowered[at] in ARTICLES:
        at -= 1
    return lowered[at] if at >= 0 and lowered[at] in BEFORE_OTHERS else ""


def _last_role(low: list[str], nouns: _Classes) -> int:
    """Index of the last title or office in a run that has a name after it, or -1."""
    for index in range(len(low) - 2, -1, -1):
        word = low[index].rstrip(".")
        if word in TITLES or word in FORMER:
            return index
        if _OFFICIALS & set(nouns.get(word, ())):
            return index
        if index == 0 and len(low) > _FULL_NAME and word in LABELS_OF_PERSONS:
            return index
        before_given = low[index + 1] in GIVEN_NAMES and index < len(low) - 2
        if before_given and (_describes(word, nouns) or _is_rank(low[: index + 1])):
            return index
    return -1


def _banner(run: list[str]) -> int:
    """Count the words in capitals of a page's banner that stand before a name."""
    banner = next((at for at, word in enumerate(run) if not word.isupper()), 0)
    return banner if banner >= _SHORTEST_BANNER else 0


def _is_rank(low: list[str]) -> bool:
    """Whether several words before a given name are none: "Special Operator First Class"."""
    return len(low) > 1 and GIVEN_NAMES.isdisjoint(low)


def _describes(word: str, nouns: _Classes) -> bool:
    """Whether a word with a capital before a given name says who it is: author, Republican."""
    return word not in GIVEN_NAMES and (word in nouns or word.endswith(PERSONS_NAMED))


def _is_institution(run: list[str], article: bool, nouns: _Classes, nations: _Classes) -> bool:
    """Whether a capitalised run names a body, a state or a people, and no person."""
    low = [word.lower() for word in run]
    last = low[-1]
    if len(low) > 1 and len(last) == _SHORTEST_NAME and not (article or run[-1].isupper()):
        return False  # "Kim Jong Un"
    if article or set(nouns.get(last, ())) & {"institution", "document"}:
        return True
    if "group" in nouns.get(last, ()) and last.endswith("s"):
        return True
    if len(low) == 1 and _is_acronym(run[0]):
        return True  # "NASA"
    if len(low) > 1 and GIVEN_NAMES.isdisjoint(low) and "institution" in nouns.get(low[0], ()):
        return True  # "Breitbart London"
    return " ".join(low) in nations or (len(low) == 1 and _ends_like_people(last))


def _is_acronym(word: str) -> bool:
    """Whether a word is short and all capitals, as names of bodies are, and no initials "O.J."."""
    return word.isupper() and word.isalpha() and 1 < len(word) <= _LONGEST_ACRONYM


def _runs(words: list[str]) -> list[tuple[int, int]]:
    """Find runs of capitalised words, joined over "de", "bin" and the like."""
    runs: list[tuple[int, int]] = []
    at = 0
    while at < len(words):
        if _capital(words[at]) and words[at].lower().partition("-")[0] not in NO_NAMES:
            stop = at + 1
            while stop < len(words) and (
                _capital(words[stop])
                or (
                    words[stop] in NAME_PARTICLES
                    and any(word[0].isupper() for word in words[stop + 1 : stop + 3])
                )
            ):
                stop += 1
            if not (stop == at + 1 and words[at].isupper() and len(words[at]) == 1):
                runs.append((at, stop))
            at = stop
        else:
            at += 1
    return runs


def _capital(word: str) -> bool:
    """Whether a word is written like a name: "Qudra", "al-Qudra", "’t" before "Hart"."""
    return (
        word[0].isupper()
        or (word[2:3] == "-" and word[:2] in NAME_PARTICLES and word[3:4].isupper())
        or word in NAME_CLITICS
    )


def is_list(words: list[str], nouns: _Classes) -> bool:
    """Whether three or more are joined: "Brandt, Venn and the board", "dockers, Venn and Kim"."""
    parts = " ".join(words).split(" , ")
    if len(parts) < _FEWEST_LISTED or " and " not in parts[-1]:
        return False
    for part in parts:
        before = ""
        for word in part.split():
            name = word[:1].isupper() or word in _BETWEEN_NAMES or before in ARTICLES
            if not (name or "group" in nouns.get(word, ())):
                return False
            before = word
    return True
