"""The lines around an article that have a form rather than words: by-lines, dates, navigation."""

from __future__ import annotations

import re

from framing.language.calendar import DAYS, MONTHS, SHORT_DAYS, SHORT_MONTHS

__all__ = ["is_author_note", "is_byline", "is_navigation", "is_time_line"]

_SMALL = frozenset(
    "and for the of in at de van von bin ibn al el la le du da di with on & | to • /".split(" ")
)
_DESKS = re.compile(
    r"\b(?:reuters|associated\ press|ap|afp|agence\ france-presse|staff\ (?:writer|reporter)|staff"
    r"|correspondent|editor|contributor|columnist|reporter|news\ agencies|bureau\ chief)\b",
    re.VERBOSE,
)
_NAME = r"[A-Z][\w.'’-]{1,25}(?:\ [A-Z][\w.'’-]{0,25}){1,3}"
_NAMES = re.compile(rf"{_NAME}(?:,\ {_NAME}){{1,12}},?\ and\ {_NAME}(?:,\ [\w ]{{2,40}})?")
_SEGMENTS = re.compile(r"\s+[/>»›|→]\s+")
_TIME_LINE = re.compile(
    rf"""(?>(?:(?:[ap]\.?m|last|first|updated?|published|posted|modified|created|on|at|by|about|an?|the|of|date
        |{"|".join((*DAYS, *MONTHS))}|{"|".join((*SHORT_DAYS, *SHORT_MONTHS))}
        |\d{{1,4}}(?:st|nd|rd|th)?|\d{{1,2}}[:.h]\d{{2}}(?::\d{{2}})?
        |noon|midnight|[ecmp][sd]?t|e\.t|gmt|utc|bst|ist|cet|cest|eastern|time|local
        |seconds?|secs?|hours?|hrs?|minutes?|mins?|days?|weeks?|months?|years?|ago|read|today
        |yesterday|just|now|update)(?![\w])
        [\s,:;|/•·()\[\].–-]*+)+)$""",
    re.VERBOSE,
)
_NOTE = re.compile(
    r"(?:[•*]\ )?[A-Z][\w.'’-]{1,25}(?:\ [A-Z][\w.'’-]{0,25}){1,3},?\ (?:a\ .{3,60},\ )?"
    r"(?:is|are|was|covers|writes|reports|hosts|edits)\b(?:\ (?:the|an?))?.{0,120}?"
    r"\b(?:columnists?|editors?|reporters?|correspondents?|staff\ writers?|writers?|contributors?|"
    r"hosts?|commentators?|newsletter|podcast)\b"
    r".{0,160}$",
    re.VERBOSE | re.DOTALL,
)


_TIME_SIGN = re.compile(
    rf"""\b(?:\d\ ?[ap]\.?m\b|ago|updated?|published|posted|modified|created|read|noon|gmt|utc
        |may|{"|".join((*SHORT_MONTHS, *SHORT_DAYS))})""",
    re.VERBOSE,
)


def is_byline(line: str, low: str) -> bool:
    """Say whether a line above the lead names the writers: "By A. Writer", "A. Writer, Reuters".

    Examples
    --------
    >>> is_byline("By Ann Writer and Bo Penman", "by ann writer and bo penman")
    True
    >>> is_byline("By Tuesday night it was over", "by tuesday night it was over")
    False
    """
    words = line.split()
    if len(words) > 24 or line[-1] in "?!:;":
        return False
    if low.startswith("by ") and 3 <= len(words) <= 16:
        return all(_is_name_part(word) for word in words[1:])
    if len(words) <= 9 and _DESKS.search(low) and line[-1] != ".":
        return all(_is_name_part(word) or _DESKS.search(word.lower()) for word in words)
    return _NAMES.fullmatch(line) is not None


def _is_name_part(word: str) -> bool:
    return word[0].isupper() or word.lower().strip(",") in _SMALL or word[0] in "(@|"


def is_time_line(low: str) -> bool:
    """Say whether a line holds only dates and times, such as "Updated 3 hours ago".

    Examples
    --------
    >>> is_time_line("published: jan. 8, 2020, 10:05 a.m. et")
    True
    >>> is_time_line("may be")
    False
    """
    if len(low) > 100 or not any(map(str.isdigit, low)):
        return False
    return _TIME_SIGN.search(low) is not None and _TIME_LINE.match(low.lstrip(" ([|•")) is not None


def is_navigation(line: str) -> bool:
    r"""Say whether a line is a path through a site, such as "News / Iraq" or "Home > World".

    Examples
    --------
    >>> is_navigation("News \xa0 / \xa0 Iraq"), is_navigation("He said and / or she said")
    (True, False)
    """
    if len(line) > 120:
        return False
    parts = _SEGMENTS.split(line)
    longest = 2 if "|" in line else 4
    return (
        len(parts) > 1
        and line[-1] not in "!?."
        and all(0 < len(part.split()) <= longest and part[0].isupper() for part in parts)
    )


def is_author_note(line: str) -> bool:
    """Say whether a last line tells who wrote: "Ann Writer is a columnist for the Herald".

    Examples
    --------
    >>> is_author_note("Ann Writer is a columnist for the Herald.")
    True
    """
    return _NOTE.match(line) is not None
