"""Turns of transcripts and interviews: what stands after a label, up to the next one.

A label is a name and a colon, in bold or behind a time or a bullet too, "Q" and "A" with or
without a stop, or, where most paragraphs have one, a name and a dash.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from framing.language.calendar import DAYS, MONTHS
from framing.language.languages import ENGLISH
from framing.language.reportwords import ANSWERING_LABELS, ASKING_LABELS, RUBRICS
from framing.values import Span
from framing.voice.found import Found
from framing.voice.rules import Construction, Rule
from framing.voice.text.pageparagraphs import PageParagraph, paragraphs_of, token_at, tokens_of
from framing.voice.text.tags import Tag
from framing.voice.text.units import Page
from framing.voice.text.vocabulary import Vocabulary

__all__ = ["CONSTRUCTION", "RULES", "read_dialogue"]

RULES: Final = (
    Rule(
        "transcript",
        "a speaker’s turn, as interviews and minutes are printed",
        "label",
        yes=(
            "The talks went on for days.\n\nBrandt: Who came to the port that night?\n\n"
            "Venn: The ⟦rebels⟧ came first, and we saw them.\n\nBrandt: And then they left it?",
            "**Brandt:** Who came?\n\n**Venn:** The ⟦rebels⟧ came.\n\n**Brandt:** And then?",
            "[00:12] BRANDT: Who came?\n\n[00:15] VENN: The ⟦rebels⟧.\n\n[00:19] BRANDT: When?",
            "Q. Who came to the port?\n\nA. The ⟦rebels⟧ came.\n\nQ. And then?\n\nA. They left.",
            "THE MAYOR: The port is shut.\n\nQ Who shut it?\n\nTHE MAYOR: The ⟦rebels⟧ did.",
            "Brandt – Who came?\n\nVenn – The ⟦rebels⟧.\n\nBrandt – When?\n\nVenn – At night.",
        ),
        no=(
            "REID: Is the port shut? HALE: It is. REID: Why?\n\n"
            "The ⟦rebels⟧ hold the port, and nobody asked.\n\n"
            "HALE: We were tired of it.\n\nREID: Thank you for that.",
            "Brandt: The ⟦rebels⟧ came first.\n\nThe port was shut on Monday and nobody came.",
            "The list: The ⟦rebels⟧ came first and they stayed.",
            "A. B. Brandt saw the ⟦rebels⟧ come.\n\nA man ran.\n\nA. B. Brandt stayed.",
            "Osk – The ⟦rebels⟧ came.\n\nTarn – They left.\n\nWell – It rained.\n\nIt is over.",
        ),
    ),
)

_WORDS = ENGLISH.letters
# What may stand before a name: an arrow, a bullet, bold type, a time.
_BEFORE = (
    r"(?>(?:>{1,2} ?|[•·–—-]\s+|\*{1,2}\s?|_{1,2}|<[a-z]{1,6}>"
    r"|[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s?(?:[–—-]\s)?)*)"
)
_BEHIND = r"(?:\*{1,2}|_{1,2})?"  # a name in bold
_WORD = r"[A-Z](?:[^\W_]|['’.-])*"
_NAME = rf"(?:(?:(?:{'|'.join(_WORDS.titles)})\. |{_WORD},? ){{0,7}}{_WORD})"
_LABEL = re.compile(
    rf"{_BEFORE}(?P<name>{_NAME}){_BEHIND}(?: ?[(\[][^)\]\n]{{1,40}}[)\]])?(?P<mark>:)(?=[\s*_<])"
)
_LETTER = re.compile(
    rf"{_BEFORE}(?P<name>[QA])\d{{0,3}}(?P<mark>\.| ?[–—-])?\s+\*{{0,2}}(?=[A-Z“\"(…])"
)
_DASHED = re.compile(
    rf"{_BEFORE}(?P<name>{_WORD}(?: {_WORD}){{0,3}}){_BEHIND} ?(?P<mark>[–—]|--?) \*{{0,2}}(?=\S)"
)
_NEXT_TURN = re.compile(r"[.?!)\]–-] [A-Z]{3,}(?: [A-Z'’]{2,})?: ")  # "… I know. REID: Do you …"
_ENDS_SPEECH = tuple(".!?…”\"’':)]—–-")
_BOLD = "*_ "
_ASKS = "Q"
_LONGEST_TURN = 8  # paragraphs; what lies further from a label is another text
_LONGEST_LABEL = 120  # characters
_DASH_NEAR = 5  # tokens before the dash of a label
_FEWEST, _FEWEST_ASKED = 3, 2  # turns of an interview; with an interviewer's label two are enough
_FEWEST_DASHED = 4
_DATES = frozenset((*DAYS, *MONTHS))


def read_dialogue(page: Page, words: Vocabulary, earlier: Sequence[Found]) -> list[Found]:
    """Find the turns of a transcript or an interview."""
    text = page.tokens.text
    asked = _ASKS in text and ("\nQ" in text or text.startswith(_ASKS))
    if asked or _may_be_labelled(page, Tag.COLON, 2):
        paragraphs = paragraphs_of(page)
        found = _turns(page, paragraphs, _labels(paragraphs))
        if found:
            return found
    if _may_be_labelled(page, Tag.DASH, _FEWEST_DASHED):
        paragraphs = paragraphs_of(page)
        return _turns(page, paragraphs, _dashed_labels(paragraphs))
    return []


def _may_be_labelled(page: Page, mark: str, fewest: int) -> bool:
    """Whether some paragraphs have a colon, or a dash, near their start."""
    mask, starts, units = page.mask, page.tokens.starts, page.units
    near: set[int] = set()  # units that open a paragraph, with such a mark soon after
    at = mask.find(mark)
    while at >= 0 and len(near) < fewest:
        number = bisect_right(page.begins, at) - 1
        while number >= 0 and starts[at] - starts[units[number].start] < _LONGEST_LABEL:
            opens = number == 0 or units[number - 1].paragraph != units[number].paragraph
            if opens and (mark == Tag.COLON or at - units[number].start < _DASH_NEAR):
                near.add(number)
            number -= 1
        at = mask.find(mark, at + 1)
    return len(near) >= fewest


def _labels(paragraphs: list[PageParagraph]) -> dict[int, re.Match[str]]:
    """Find the labels that a colon ends, and "Q" and "A", by the number of their paragraph.

    "A" answers where "Q" stands before it; otherwise it is an article, or somebody's initial.
    """
    labels: dict[int, re.Match[str]] = {}
    before = ""
    for number, paragraph in enumerate(paragraphs):
        near = paragraph.text.find(":", 0, 2 * _LONGEST_LABEL)
        match = _LABEL.match(paragraph.text) if near > 0 else None
        if match is None:
            match = _LETTER.match(paragraph.text)
            if match is None or (match.group("name") != _ASKS and before != _ASKS):
                continue
        if _may_label(match.group("name"), paragraph.text[match.end() :]):
            labels[number] = match
            before = match.group("name")
    return labels


def _dashed_labels(paragraphs: list[PageParagraph]) -> dict[int, re.Match[str]]:
    """Find labels that a dash ends, where most paragraphs have one of a few that come again."""
    labels: dict[int, re.Match[str]] = {}
    for number, paragraph in enumerate(paragraphs):
        match = _DASHED.match(paragraph.text)
        if match is not None and _may_label(match.group("name"), paragraph.text[match.end() :]):
            labels[number] = match
    names = {match.group("name") for match in labels.values()}
    many = 2 * len(labels) >= max(len(paragraphs), 2 * _FEWEST_DASHED)
    return labels if many and 1 < len(names) <= len(labels) // 2 else {}


def _turns(
    page: Page, paragraphs: list[PageParagraph], labels: dict[int, re.Match[str]]
) -> list[Found]:
    """Read the turns of a transcript or an interview, if the labels are those of one."""
    headings = sum(
        paragraphs[number].text.rstrip(_BOLD)[-1:] not in _ENDS_SPEECH for number in labels
    )
    if 2 * headings > len(labels):
        return []  # "Ilse Brandt: What the port needs", over a column of hers
    speaking = [_last(match.group("name")) for match in labels.values()]
    asks = any(name in ASKING_LABELS for name in speaking)
    repeated = len(set(speaking)) < len(speaking)
    if len(labels) < (_FEWEST_ASKED if asks else _FEWEST) or not (repeated or asks):
        return []
    return list(_spoken_turns(page, paragraphs, labels))


def _spoken_turns(
    page: Page, paragraphs: list[PageParagraph], labels: dict[int, re.Match[str]]
) -> Iterator[Found]:
    """Give each turn all paragraphs up to the next label, and the last one its own.

    Where one paragraph holds several turns, the others between are the article's.
    """
    numbers = sorted(labels)
    several = any(_NEXT_TURN.search(paragraphs[number].text) for number in numbers)
    for number, following in zip(numbers, [*numbers[1:], -1], strict=True):
        goes_on = 0 < following <= number + _LONGEST_TURN and not several
        stop = following if goes_on else number + 1
        paragraph, match = paragraphs[number], labels[number]
        name = tokens_of(page, paragraph, match.span("name"))
        cue: Span | None = None
        begin = token_at(page, paragraph, match.end())
        if match.group("mark"):
            mark = token_at(page, paragraph, match.end("mark") - 1)
            cue, begin = (mark, mark + 1), mark + 1
        parts = [
            (begin, paragraph.stop),
            *((p.first, p.stop) for p in paragraphs[number + 1 : stop]),
        ]
        parts = [part for part in parts if part[0] < part[1]]
        if parts:
            yield Found("transcript", "leading", "neutral", name, cue, parts, paragraph.unit)


def _last(name: str) -> str:
    """Last word of a label, by which its speaker is known again."""
    return name.split(",")[0].split()[-1].rstrip(".").lower()


def _may_label(name: str, rest: str) -> bool:
    """Whether a name before a colon may be a speaker's, and what follows a turn."""
    words = [word.strip(",.").lower() for word in name.split()]
    spoken = rest.strip().lstrip(_BOLD)
    speaks = words[-1] in ASKING_LABELS | ANSWERING_LABELS
    if any(word in RUBRICS for word in words) and not speaks:
        return False
    if len(words) == 1 and words[0] in _DATES:
        return False
    return bool(spoken) and spoken[0] not in '"“‘«' and not spoken.startswith(("http", "//"))


CONSTRUCTION: Final = Construction(5, read_dialogue)
