"""What the words of a source say about who it is: a name, an office, an institution, nobody."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import NamedTuple

from framing.lexicon import word_classes
from framing.voice.english import TITLES

__all__ = ["Profile", "profile_of"]

_WORD = re.compile(r"[^\W_]+(?:(?:[.&/-]|['’](?!s\b))[^\W_]+)*\.?|[,()]|['’]s?\b|['’]")
_SUBJECT_PRONOUNS = frozenset("he she they it i we you who which that this these those".split())
_PRONOUNS = _SUBJECT_PRONOUNS | frozenset("him her them us me his their its my our your".split())
_PLURALS = frozenset("they we them us their our these those".split())
_WHOLE = frozenset("some many most few several both all others one none everyone nobody".split())
_BREAKS = frozenset("of for in at with on from to who which that whose about by , ( near".split())
_MASCULINE = frozenset("mr man king prince father son brother husband spokesman chairman".split())
_FEMININE = frozenset("mrs ms miss woman queen mother daughter sister wife spokeswoman".split())
_SMALL = frozenset("de la van von der bin al el del da di dos ten ibn".split())
_HIDDEN = re.compile(
    r"anonymity|unnamed|anonymous|unidentified|not (?:to )?be (?:named|identified|quoted by name)"
    r"|not authori[sz]ed|declined to be (?:named|identified)|refused to be named"
)
_ANY_ARTICLE = frozenset("a an the".split())


class Profile(NamedTuple):
    """Who a source is, as far as its own words tell.

    `last` is a person's last name, `roles` the offices named beside it, `head` the noun that
    heads a description; `gender` is ``m``, ``f`` or empty.
    """

    kind: str
    name: str | None
    last: str
    roles: tuple[str, ...]
    head: str
    gender: str
    plural: bool
    speaks_for: str | None
    definite: bool


@functools.cache
def _tables() -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]]]:
    return word_classes("source-nouns"), word_classes("nations")


@functools.lru_cache(maxsize=20_000)
def profile_of(source: str) -> Profile:
    """Tell who a source is from its words alone.

    Examples
    --------
    >>> profile_of("Kim Ortiz, a spokeswoman for the Harbor Board")[:3]
    ('named', 'Kim Ortiz', 'Ortiz')
    >>> profile_of("Kim Ortiz, a spokeswoman for the Harbor Board").speaks_for
    'Harbor Board'
    >>> profile_of("a senior official who asked not to be named").kind
    'anonymous'
    """
    words = _WORD.findall(source)
    lowered = [w.lower().rstrip(".") for w in words]
    if not words:
        return Profile("none", None, "", (), "", "", False, None, False)
    if len(words) == 1 and lowered[0] in _PRONOUNS:
        gender = {"he": "m", "she": "f", "his": "m", "her": "f", "him": "m"}.get(lowered[0], "")
        plural = lowered[0] in _PLURALS
        return Profile("pronoun", None, "", (), lowered[0], gender, plural, None, True)
    nouns, _ = _tables()
    roles = tuple(
        w
        for w in lowered
        if {"official", "spokesperson"} & set(nouns.get(w, ())) and w not in _WHOLE
    )
    gender = _gender(lowered)
    speaks_for = _speaks_for(words, lowered, nouns)
    name, kind = _name(words, lowered, nouns)
    hidden = _HIDDEN.search(source) is not None
    if name is not None and not hidden and lowered[0] not in _WHOLE:
        joined = "and" in lowered[: _head_end(lowered)]
        if joined:
            return Profile(kind, _bare(source), "", roles, "", "", True, speaks_for, True)
        last = name.split()[-1] if kind == "named" else ""
        plural = kind != "named" and name.endswith("s") and lowered[0] != "the"
        return Profile(kind, name, last, roles, "", gender, plural, speaks_for, True)
    return _described(source, lowered, nouns, roles, gender, speaks_for, hidden)


def _described(
    source: str,
    lowered: list[str],
    nouns: Mapping[str, tuple[str, ...]],
    roles: tuple[str, ...],
    gender: str,
    speaks_for: str | None,
    hidden: bool,
) -> Profile:
    """Profile of a source without a name: "the mayor", "residents", "a new report"."""
    stop = _head_end(lowered)
    head = lowered[stop - 1] if stop else lowered[0]
    classes = set(nouns.get(head, ()))
    plural = head.endswith("s") and not head.endswith("ss")
    definite = lowered[0] in ("the", "his", "her", "their", "its", "this", "that")
    if hidden or lowered[0] in _WHOLE or "anonymous" in classes:
        kind = "anonymous"
    elif classes & {"document", "institution"} and not classes & {"official", "spokesperson"}:
        kind = "institution"
    elif classes & {"official", "spokesperson"} or roles[:1] == (head,):
        kind = "official"
    else:
        kind = "anonymous"
    name = source.strip(" ,") if kind != "institution" else _bare(source)
    return Profile(kind, name, "", roles, head, gender, plural, speaks_for, definite)


def _bare(source: str) -> str:
    """Words of a source without article, brackets and what follows a comma."""
    words = re.split(r",|\(| who | which ", source)[0].strip().split()
    while len(words) > 1 and words[0].lower() in _ANY_ARTICLE:
        del words[0]
    return " ".join(words)


def _head_end(lowered: list[str]) -> int:
    """Count the words before the first preposition, relative pronoun or comma."""
    for index, word in enumerate(lowered):
        if index and (word in _BREAKS or word in ("'s", "’s")):
            if word in ("'s", "’s"):
                continue
            return index
    return len(lowered)


def _gender(lowered: list[str]) -> str:
    if any(w in _MASCULINE for w in lowered):
        return "m"
    return "f" if any(w in _FEMININE for w in lowered) else ""


def _name(
    words: list[str], lowered: list[str], nouns: Mapping[str, tuple[str, ...]]
) -> tuple[str | None, str]:
    """First person's name in a source, else its institution's name; with its kind."""
    institution: str | None = None
    for start, stop in _runs(words):
        before = _preposition_before(lowered, start)
        if before and (start > 1 or before == "with"):
            continue
        follows = lowered[stop] if stop < len(words) else ","
        if follows not in _ENDS_NAME:
            continue
        whole = words[start:stop]
        role = _last_role(lowered[start:stop], nouns)
        run = whole[role + 1 :]
        if not run:
            continue
        article = start > 0 and lowered[start - 1] == "the"
        if role < 0 and _is_institution([w.lower() for w in run], article, nouns):
            institution = institution or _with_of(words, start, stop)
            continue
        if role < 0 and len(run) == 1 and "anonymous" in nouns.get(run[0].lower(), ()):
            continue
        if article and role < 0:
            continue
        return " ".join(run).rstrip(".'’"), "named"
    return institution, "institution" if institution else ""


def _with_of(words: list[str], start: int, stop: int) -> str:
    """Name of a body with what follows "of": "Ministry of Defence"."""
    if words[stop : stop + 1] == ["of"]:
        last = stop + 1
        while last < len(words) and (words[last][0].isupper() or words[last] in ("the", "and")):
            last += 1
        if last > stop + 1:
            stop = last
    return " ".join(words[start:stop])


_ENDS_NAME = frozenset(", ( and of for in at on from with who which that whose to , near".split())
_PREPOSITIONS = frozenset("of for at in from with by on to near".split())


def _preposition_before(lowered: list[str], start: int) -> str:
    """Preposition before a run of capitals, over an article; empty where there is none."""
    at = start - 1
    if at >= 0 and lowered[at] in _ANY_ARTICLE:
        at -= 1
    return lowered[at] if at >= 0 and lowered[at] in _PREPOSITIONS else ""


def _last_role(low: list[str], nouns: Mapping[str, tuple[str, ...]]) -> int:
    """Index of the last title or office in a run that has a name after it, or -1."""
    for index in range(len(low) - 2, -1, -1):
        word = low[index].rstrip(".")
        if word in TITLES or word in ("former", "then", "lady"):
            return index
        if {"official", "spokesperson"} & set(nouns.get(word, ())):
            return index
    return -1


def _is_institution(low: list[str], article: bool, nouns: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a capitalised run names a body, a state or a people, and no person."""
    _, nations = _tables()
    last = low[-1]
    if article or set(nouns.get(last, ())) & {"institution", "document"}:
        return True
    if " ".join(low) in nations or "'" in last:
        return True
    return len(low) == 1 and last.endswith(("ans", "ats", "ists", "ers", "ese", "ims", "ors"))


def _runs(words: list[str]) -> list[tuple[int, int]]:
    """Find runs of capitalised words, joined over "de", "bin" and the like."""
    runs: list[tuple[int, int]] = []
    at = 0
    while at < len(words):
        if words[at][0].isupper() and words[at].lower() not in ("the", "a", "an", "some", "many"):
            stop = at + 1
            while stop < len(words) and (
                words[stop][0].isupper()
                or (
                    words[stop] in _SMALL
                    and any(w[0].isupper() for w in words[stop + 1 : stop + 3])
                )
            ):
                stop += 1
            if not (stop == at + 1 and words[at].isupper() and len(words[at]) == 1):
                runs.append((at, stop))
            at = stop
        else:
            at += 1
    return runs


def _speaks_for(
    words: list[str], lowered: list[str], nouns: Mapping[str, tuple[str, ...]]
) -> str | None:
    """Whom a spokesperson speaks for: "a Pentagon spokesman", "a spokesman for the board"."""
    for at, word in enumerate(lowered):
        if "spokesperson" not in nouns.get(word, ()):
            continue
        if at + 1 < len(words) and lowered[at + 1] in ("for", "to", "of"):
            stop = at + 2
            while stop < len(words) and words[stop] not in (",", "(") and lowered[stop] != "who":
                stop += 1
            return _bare(" ".join(words[at + 2 : stop])) or None
        start = at
        while start and (
            words[start - 1][0].isupper()
            or lowered[start - 1] in ("'s", "’s")
            or "institution" in nouns.get(lowered[start - 1], ())
        ):
            start -= 1
        run = [w for w in words[start:at] if w.lower() not in _ANY_ARTICLE]
        if run:
            return re.sub(r"\s*['’]s$", "", " ".join(run))
    return None
