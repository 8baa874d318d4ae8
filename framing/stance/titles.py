"""Titles and epithets: words that stand directly before a capitalised name."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["before_names", "in_title_case"]

Found = tuple[int, int, str]

_GAP = 4  # ". “" may stand between a title and the name


def before_names(text: str, hits: Sequence[Found]) -> list[Found]:
    """Keep the titles and epithets that a name follows, directly or through another of them.

    Parameters
    ----------
    text
        The whole text.
    hits
        (start, end, class) of title and epithet words, by start.

    Examples
    --------
    >>> text = "The embattled president Ana Ruiz met a president."
    >>> before_names(text, [(4, 13, "epithet"), (14, 23, "title"), (39, 48, "title")])
    [(4, 13, 'epithet'), (14, 23, 'title')]
    """
    kept: list[Found] = []
    opens: set[int] = set()
    for start, end, name in reversed(hits):
        following = _following(text, end)
        if following is not None and (following in opens or _is_name(text, following)):
            kept.append((start, end, name))
            opens.add(start)
    kept.reverse()
    return kept


def _following(text: str, end: int) -> int | None:
    """Return where the next word starts when only a space, a stop or a quote stands between."""
    at = end
    while at < len(text) and at - end < _GAP and text[at] in ' .\xa0“"':
        at += 1
    if at == end or (text[end] == "." and end > 0 and at - end > 1 and not _abbreviated(text, end)):
        return None
    return at


def _abbreviated(text: str, end: int) -> bool:
    """Tell whether the word before a stop is short enough to be an abbreviated title."""
    begin = end
    while begin > 0 and text[begin - 1].isalpha():
        begin -= 1
    return end - begin <= 4


def _is_name(text: str, at: int) -> bool:
    """Tell whether a capitalised word of at least two letters starts here."""
    word = text[at : at + 2]
    return len(word) == 2 and word[0].isupper() and (word[1].isalpha() or word[1] in ".’'")


def in_title_case(text: str, start: int, end: int) -> bool:
    """Tell whether most longer words of a stretch are capitalised, as in many headlines.

    Examples
    --------
    >>> in_title_case("Strongman Leaves Talks Early", 0, 28)
    True
    """
    words = [word for word in text[start:end].split() if len(word) > 3 and word[0].isalpha()]
    return bool(words) and sum(word[0].isupper() for word in words) * 3 >= len(words) * 2
