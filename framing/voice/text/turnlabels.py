"""The labels of speakers' turns: before a colon or a dash, "Q" and "A", alone on a line, in a line.

A label stands at the head of a paragraph, alone in one above what is said, or, where one line
holds several turns, after the end of the sentence before. A layout is a pattern here, and a sign in
`constructions.dialogue` by which a page may have it, without which it is never looked for.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final, NamedTuple

from framing.language.calendar import DAYS, MONTHS
from framing.language.closed import QUESTION_WORDS, RELATIVES
from framing.language.languages import ENGLISH
from framing.language.letterwords import ASKS, REPLIES
from framing.language.reportwords import ANSWERING_LABELS, ASKING_LABELS, RUBRICS
from framing.values import Span
from framing.voice.text.pageparagraphs import PageParagraph

__all__ = [
    "BOLD",
    "ENDS_SPEECH",
    "FEWEST_DASHED",
    "LONGEST",
    "Label",
    "are_speakers",
    "dashed_labels",
    "inner_labels",
    "labels_alone",
    "leading_labels",
]

LONGEST: Final = 120
"""Characters that a label has at most, with what stands before the name."""
BOLD: Final = "*_ "
"""Marks of bold type."""
ENDS_SPEECH: Final = tuple(".!?…”\"’':)]—–-")
"""What a paragraph ends in that is no heading."""
FEWEST_DASHED: Final = 4
"""Labels before dashes; what has fewer has none."""
_WORDS = ENGLISH.letters
# What may stand before a name: an arrow, a bullet, bold type, a time.
_BEFORE = (
    r"(?>(?:>{1,2} ?|[•·–—-]\s+|\*{1,2}\s?|_{1,2}|<[a-z]{1,6}>"
    r"|[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s?(?:[–—-]\s)?)*)"
)
_BEHIND = r"(?:\*{1,2}|_{1,2})?"  # a name in bold
_WORD = r"[A-Z](?:[^\W_]|['’.-])*"
_NAME = rf"(?:(?:(?:{'|'.join(_WORDS.titles)})\. |{_WORD},? ){{0,7}}{_WORD}(?: \d{{1,2}})?)"
_LABEL = re.compile(
    rf"{_BEFORE}(?P<name>{_NAME}){_BEHIND}(?: ?[(\[][^)\]\n]{{1,40}}[)\]])?(?P<mark>:)(?=[\s*_<])"
)
_LETTER = re.compile(
    rf"{_BEFORE}(?P<name>[{ASKS}{REPLIES}])\d{{0,3}}(?P<mark>\.| ?[–—-])?\s+\*{{0,2}}(?=[A-Z“\"(…])"
)
_STAMPED = re.compile(  # "Ana Ruiz [00:00:03] Who came?"
    rf"(?P<name>{_NAME}) [\[(]\d{{1,2}}:\d{{2}}(?::\d{{2}})?[\])](?P<mark>:)?\s+(?=\S)"
)
_DASHED = re.compile(
    rf"{_BEFORE}(?P<name>{_WORD}(?: {_WORD}){{0,3}}){_BEHIND} ?(?P<mark>[–—]|--?) \*{{0,2}}(?=\S)"
)
_ALONE = re.compile(
    rf"{_BEFORE}[\[(]?(?P<name>{_WORD}(?: {_WORD}){{0,4}}(?: \d{{1,2}})?)[\])]?{_BEHIND}"
    r"(?: ?[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?)?:?$"
)
_INNER = re.compile(
    r"(?:^|(?<=[.?!…)\]”\"—–-] ))(?P<name>"
    rf"[{ASKS}{REPLIES}]\d{{0,3}}"
    r"|(?:[A-Z]{2,4}\. )?[A-Z][A-Z'’-]{2,20}(?: [A-Z][A-Z'’.-]{1,20}){0,3}"
    r"|[A-Z][a-z'’-]{1,20}(?: [A-Z][\w'’-]{1,20}){0,2})"
    rf"(?: ?\([^)\n]{{1,40}}\))?(?P<mark>:|(?<=[{ASKS}{REPLIES}])\.)(?= )"
)
_FEWEST_ALONE = 4
_FEWEST_INNER = 3  # turns of one line; a question and its answer are enough
_DATES = frozenset((*DAYS, *MONTHS))
_NOBODY = QUESTION_WORDS | RELATIVES


class Label(NamedTuple):
    """A label: the number of its paragraph, the characters of the name there, and its end.

    `mark` is the character of the colon or dash that ends it, or -1.
    """

    paragraph: int
    name: Span
    end: int
    mark: int
    text: str


def _label(number: int, match: re.Match[str]) -> Label:
    mark = match.end("mark") - 1 if match.group("mark") else -1
    return Label(number, match.span("name"), match.end(), mark, match.group("name"))


def leading_labels(paragraphs: list[PageParagraph]) -> list[Label]:
    """Find the labels that a colon ends, and "Q" and "A", at the heads of paragraphs.

    "A" answers where "Q" stands before it; otherwise it is an article, or somebody's initial.
    """
    labels: list[Label] = []
    before = ""
    for number, paragraph in enumerate(paragraphs):
        near = paragraph.text.find(":", 0, 2 * LONGEST)
        match = _LABEL.match(paragraph.text) if near > 0 else None
        if match is None and near > 0:
            match = _STAMPED.match(paragraph.text)
        if match is None:
            may_ask = before == ASKS or ASKS in paragraph.text
            match = _LETTER.match(paragraph.text) if may_ask else None
            if match is None or (match.group("name") != ASKS and before != ASKS):
                continue
        if _may_label(match.group("name"), paragraph.text[match.end() :]):
            labels.append(_label(number, match))
            before = match.group("name")
    return labels


def dashed_labels(paragraphs: list[PageParagraph]) -> list[Label]:
    """Find labels that a dash ends, where most paragraphs have one of a few that come again."""
    labels: list[Label] = []
    for number, paragraph in enumerate(paragraphs):
        match = _DASHED.match(paragraph.text)
        if match is not None and _may_label(match.group("name"), paragraph.text[match.end() :]):
            labels.append(_label(number, match))
    many = 2 * len(labels) >= max(len(paragraphs), 2 * FEWEST_DASHED)
    return labels if many and _come_again(labels) else []


def labels_alone(paragraphs: list[PageParagraph]) -> list[Label]:
    """Find names that stand alone in a line, above what is said, and come again."""
    labels: list[Label] = []
    for number, (paragraph, below) in enumerate(pairwise(paragraphs)):
        if len(paragraph.text) > LONGEST or not below.text.rstrip(BOLD).endswith(ENDS_SPEECH):
            continue
        match = _ALONE.match(paragraph.text)
        if match is not None and _may_label(match.group("name"), below.text):
            end = len(paragraph.text)
            labels.append(Label(number, match.span("name"), end, -1, match.group("name")))
    many = len(labels) >= _FEWEST_ALONE and 4 * len(labels) >= len(paragraphs)
    return labels if many and _come_again(labels) else []


def inner_labels(number: int, text: str) -> list[Label]:
    """Find the labels of a paragraph that holds several turns, the one at its head among them.

    "REED: Did you see it? VENN: I did. REED: And then?", "Q: Who came? A: Nobody did."
    """
    if text.count(":") + text.count(" A. ") < 2:
        return []
    matches = [
        match
        for match in _INNER.finditer(text)
        if _may_label(match.group("name"), text[match.end() : match.end() + LONGEST])
    ]
    labels = [_label(number, match) for match in matches]
    letters = [label for label in labels if label.text.rstrip("0123456789") in (ASKS, REPLIES)]
    if len(letters) > 1 and letters[0].text[0] == ASKS and letters[1].text[0] == REPLIES:
        return letters
    names = [label for label in labels if label not in letters]
    return names if len(names) >= _FEWEST_INNER and are_speakers(names) else []


def are_speakers(labels: list[Label]) -> bool:
    """Whether names that come again, or an interviewer's, are among the labels."""
    speaking = [_last(label.text) for label in labels]
    return len(set(speaking)) < len(speaking) or any(name in ASKING_LABELS for name in speaking)


def _come_again(labels: list[Label]) -> bool:
    """Whether the labels are those of a few who speak by turns."""
    return 1 < len({label.text for label in labels}) <= len(labels) // 2


def _last(name: str) -> str:
    """Last word of a label, by which its speaker is known again."""
    return name.split(",")[0].split()[-1].rstrip(".").lower()


def _may_label(name: str, rest: str) -> bool:
    """Whether a name before a colon may be a speaker's, and what follows a turn."""
    words = [word.strip(",.").lower() for word in name.split()]
    spoken = rest.lstrip().lstrip(BOLD)
    speaks = words[-1] in ASKING_LABELS | ANSWERING_LABELS
    if any(word in RUBRICS for word in words) and not speaks:
        return False
    if len(words) == 1 and (words[0] in _DATES or words[0] in _NOBODY):
        return False
    return bool(spoken) and spoken[0] not in '"“‘«`' and not spoken.startswith(("http", "//"))
