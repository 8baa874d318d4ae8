"""What kind of text an article is, as far as its layout tells: opinion, letter, transcript."""

from __future__ import annotations

import re
from collections import Counter

from framing.language.givennames import GIVEN_NAMES

__all__ = ["genre_from_layout"]

# What may stand before a label or a time: an arrow, a bullet, bold type, a bracket.
_MARKS = r"(?:>{1,2} ?|[•·*–—-] |\*{1,2}|_{1,2})?"
_TIME = re.compile(
    rf"{_MARKS}(?:posted at )?"
    rf"[\[(]?\d{{1,2}}[:.]\d{{2}}(?::\d{{2}})?"
    r"(?: ?[ap]\.?m\.?)?[\])]?(?: ?(?:[A-Z]{2,4}|GMT[+-]\d))?(?![\d.,])(?:\b|(?<=[\])]))",
    re.IGNORECASE,
)
_WORD = r"[A-Z](?:[^\W_]|['’.-])*"
_TURN = re.compile(
    rf"(?:{_TIME.pattern} ?(?:[–—-] )?)?{_MARKS}"
    rf"(?P<name>(?:{_WORD},? ){{0,5}}{_WORD}(?: \d{{1,2}}(?=:\s))?)"
    r"(?:\*{1,2}|_{1,2})?(?: ?[(\[][^)\]\n]{1,40}[)\]])?:(?:\*{1,2})?\s*\S"
)
# "Ana Ruiz 00:03", "Ana Ruiz (0:03):" above a turn, "Ana [00:00:03] Who came?"
_STAMPED = re.compile(
    rf"(?P<name>{_WORD}(?: {_WORD}){{0,4}})"
    r"(?: ?[\[(]\d{1,2}:\d{2}(?::\d{2})?[\])]:?(?:\s|$)| \d{1,2}:\d{2}(?::\d{2})?:?$)"
)
_ALONE = re.compile(rf"\[?(?P<name>{_WORD}(?: {_WORD}){{0,4}})\]?:?$")
_ASKED = re.compile(rf"{_MARKS}(?P<name>[QA])\d{{0,3}}(?:[.:]| ?[–—-])?\s+(?=[A-Z“\"(])")
_LIVE = re.compile(
    r"\blive ?blog\b|\blive updates\b|^live ?[:–—-]|\bas it happened\b", re.IGNORECASE
)
_OPINION = re.compile(
    r"(?:opinion|op-ed|editorial|commentary|comment|column|guest essay|viewpoint)\s*(?:[:|–—-]|$)"
    r"|by [^\n]{3,60}, opinion (?:columnist|contributor|writer|editor)",
    re.IGNORECASE,
)
_DISCLAIMED = re.compile(
    r"(?:views?|opinions?) expressed (?:in|by|here|are|herein)"
    r"|is a (?:syndicated |guest |regular )?(?:columnist|opinion writer|contributing opinion)"
    r"|is a fellow at"
)
_SIGNS = ("expressed", "columnist", "opinion writer", "contributing", "is a fellow at")
_DEAR = re.compile(
    r"(?:dear|to) (?:[a-z'’.-]+ ?){1,8}[,:]\s*$|to whom it may concern|sir ?[–—,:]",
    re.IGNORECASE,
)
_ENDS = 600  # characters at the end in which an author is introduced
_FEWEST, _FEWEST_QUESTIONS = 4, 3
_NAME = 60  # characters of a name alone in a line
_QA = ("Q", "A")
_BOLD = "*_ "
_OPEN_LETTER = "open letter"


def genre_from_layout(text: str, title: str | None = None) -> str | None:
    r"""Tell the genre of a text from how it is laid out, or None where the layout does not.

    Parameters
    ----------
    text
        The article's text.
    title
        Its title, which may be marked ("Opinion: …").

    Returns
    -------
    str or None
        ``opinion`` (a marked title or first line; a note that views are the author's),
        ``transcript`` (four in ten lines begin with a label, or with Q and A, of speakers who come
        again), ``letter`` (it begins with "Dear …"), ``live blog`` (a title that says so; four in
        ten lines begin with a time).

    Examples
    --------
    >>> genre_from_layout("Anything.", "Opinion: The port must open")
    'opinion'
    >>> genre_from_layout("Q: Who came?\nA: The army.\nQ: When?\nA: At night.")
    'transcript'
    >>> genre_from_layout("The port was shut on Monday.") is None
    True
    """
    lines = [line for line in map(str.strip, text.split("\n")) if line]
    if not lines:
        return None
    if _OPINION.match(title or "") or _OPINION.match(lines[0]):
        return "opinion"
    if _is_transcript(lines):
        return "transcript"
    begun = [line for line in lines if line[0] in "pP" or not line[0].isalpha()]  # as times begin
    timed = sum(_TIME.match(line) is not None for line in begun)
    if _LIVE.search(title or "") or (timed >= _FEWEST and 5 * timed >= 2 * len(lines)):
        return "live blog"
    opens = lines[1:3] if _OPEN_LETTER in (title or lines[0]).lower() else lines[:1]
    if len(lines) > 2 and any(map(_DEAR.match, opens)):
        return "letter"
    return "opinion" if _is_disclaimed(text[-_ENDS:].lower()) else None


def _is_transcript(lines: list[str]) -> bool:
    """Tell whether four in ten lines open with the label of a speaker.

    Speakers come again, or have given names; rubrics do not.
    """
    turns = [
        match
        for line in lines
        if ":" in line and (match := _TURN.match(line) or _STAMPED.match(line))
    ]
    alone = [] if turns else _names_alone(lines)
    turns = turns or alone
    if not turns and sum(map(_is_bold_question, lines)) >= _FEWEST_QUESTIONS:
        return True
    asked = [
        match
        for line in lines
        if line[:3].strip("*_ ")[:1] in _QA and (match := _ASKED.match(line))
    ]
    if any(match.group("name") == _QA[0] for match in asked):
        turns += [match for match in asked if match not in turns]
    names = {match.group("name").split()[-1] for match in turns}
    count = len(alone) or len({match.string for match in turns})
    many = count >= _FEWEST and 5 * count >= 2 * len(lines)
    people = sum(match.group("name").split()[0].lower() in GIVEN_NAMES for match in turns)
    again = 1 < len(names) <= (len(turns) + 1) // 2 or names == {_QA[1]}
    return many and (again or 2 * people >= max(len(turns), 2))


def _names_alone(lines: list[str]) -> list[re.Match[str]]:
    """Return names that stand alone in a line above what is said, and come again."""
    again = {line for line, count in Counter(lines).items() if count > 1 and len(line) < _NAME}
    return [match for line in lines if line in again and (match := _ALONE.match(line))]


def _is_bold_question(line: str) -> bool:
    """Whether a line is a question in bold type, as interviews print them."""
    return line.startswith(("**", "__")) and line.rstrip(_BOLD).endswith("?")


def _is_disclaimed(ending: str) -> bool:
    """Tell whether a text's end, in lower case, says whose views these are."""
    signed = any(word in ending for word in _SIGNS)  # as in few texts; far faster than the pattern
    return signed and _DISCLAIMED.search(ending) is not None
