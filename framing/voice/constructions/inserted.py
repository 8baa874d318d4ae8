"""Texts of others given without quotation marks: turns of a transcript, letters, posts.

Layout says whose they are, before any grammar: a label and a colon at the start of a paragraph,
"Dear …" to the name at the end, a dash, a name and a handle after a post.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from framing.language.languages import ENGLISH
from framing.language.reportwords import ANSWERING_LABELS, ASKING_LABELS, RUBRICS
from framing.values import Span
from framing.voice.found import Found
from framing.voice.quicktuples import maker
from framing.voice.rules import Construction, Rule
from framing.voice.units import Page
from framing.voice.vocabulary import Vocabulary

__all__ = ["CONSTRUCTION", "RULES", "read_inserted"]

RULES: Final = (
    Rule(
        "transcript",
        "a speaker’s turn, as interviews and minutes are printed",
        "label",
        yes=(
            "The talks went on for days.\n\nBrandt: Who came to the port that night?\n\n"
            "Venn: The ⟦rebels⟧ came first, and we saw them.\n\nBrandt: And then they left it?",
        ),
        no=(
            "REID: Is the port shut? HALE: It is. REID: Why?\n\n"
            "The ⟦rebels⟧ hold the port, and nobody asked.\n\n"
            "HALE: We were tired of it.\n\nREID: Thank you for that.",
            "Brandt: The ⟦rebels⟧ came first.\n\nThe port was shut on Monday and nobody came.",
            "The list: The ⟦rebels⟧ came first and they stayed.",
        ),
    ),
    Rule(
        "document",
        "a letter or another text that the article gives in full",
        "label",
        yes=(
            "The mayor's letter to the council follows in full:\n\n"
            "Dear members of the council,\n\n"
            "I write to you because the ⟦thugs⟧ came back.\n\n"
            "They must go.\n\n"
            "Yours sincerely, Ilse Brandt\n\n"
            "The council met on Monday.",
            "The council had a letter on Monday.\n\n"
            "Dear members of the council,\n\n"
            "I write to you because the ⟦thugs⟧ came back.\n\n"
            "They must go.\n\n"
            "Sincerely,\n\n"
            "Ilse Brandt\n\n"
            "The council met on Monday.",
        ),
        no=(
            "The council met on Monday.\n\n"
            "Dear friends of the port, the ⟦rebels⟧ came back. They left.\n\n"
            "The port was shut.",
            "The letter came to the council on Monday.\n\nThe ⟦rebels⟧ came back at night.",
        ),
    ),
    Rule(
        "post",
        "a post signed with a name and a handle",
        "label",
        yes=(
            "The talks failed.\n\n"
            "The ⟦thugs⟧ must go, all of them! — Ilse Brandt (@ilsebrandt) May 3, 2019\n\n"
            "The council met on Monday.",
            "The talks failed.\n\nRT @ilsebrandt: The ⟦thugs⟧ must go!\n\nNobody came.",
        ),
        no=(
            "The film ran on RT @ noon, and the ⟦thugs⟧ saw it.",
            "The talks failed.\n\nThe ⟦thugs⟧ must go, all of them!\n\nThe council met on Monday.",
            "The ⟦rebels⟧ write as @osk on that site.",
        ),
    ),
)

_WORDS = ENGLISH.letters
_LABEL = re.compile(
    rf"(?P<name>(?:(?:{'|'.join(_WORDS.titles)})\. |[A-Z][\w'’.-]*,? ){{0,7}}[A-Z][\w'’.-]*)"
    r"(?: ?[(\[][^)\]\n]{1,40}[)\]])?:(?=\s)"
)
_DEAR = re.compile(
    rf"{_WORDS.salutation} [^\n.!?]{{1,80}}[,:–—-]?\s*$|{_WORDS.to_anybody}\b", re.IGNORECASE
)
_CLOSING = re.compile(
    rf"(?:(?:{'|'.join(_WORDS.closings)})|With (?:{'|'.join(_WORDS.closings_with)}))"
    r"\b[^\n]{0,40}$"
    rf"|{_WORDS.signed}\b[^\n]{{0,60}}$"
)
_SIGNED = re.compile(
    rf"(?:{'|'.join(_WORDS.signed_by)})[a-z ]*[,:] +(?P<name>[A-Z][^\n,]{{2,50}})$"
)
_POST = re.compile(
    r"[—–―-]{1,2} ?(?P<name>[^\n@()—–]{2,50}) ?\(@ ?\w{1,30}\)"
    r"(?: ?,? ?(?:on )?[A-Z][a-z]{2,9}\.? \d{1,2}, \d{4})?"
)
_PASSED_ON = re.compile(rf"(?:{'|'.join(_WORDS.passed_on)}) (?P<name>@ ?\w{{1,30}}) ?:?\s*(?=\S)")
_NEXT_TURN = re.compile(r"[.?!)\]–-] [A-Z]{3,}(?: [A-Z'’]{2,})?: ")  # "… I know. REID: Do you …"
_SALUTATION = re.compile(f"{_WORDS.salutation} ")
_PASSES_ON = tuple(f"{word} @" for word in _WORDS.passed_on)
_FOLLOWING = "|".join(_WORDS.following)
_IN_FULL = re.compile(
    rf"\b(?:full (?:{'|'.join(_WORDS.full_texts)})"
    rf"|(?:{'|'.join(_WORDS.texts)})[^.\n]{{0,30}} in full)\b"
    rf"[^.\n]{{0,60}}(?:{_FOLLOWING})?[.:]?$",
    re.IGNORECASE,
)
_ENDS_SPEECH = tuple(".!?…”\"’':)]—–-")
_LONGEST_TURN = 8  # paragraphs; what lies further from a label is another text
_LONGEST_LABEL = 120  # characters
_FULL_BEFORE_END = re.compile(  # "full", "Full"
    rf"ull(?=(?P<line>[^\n]{{0,{_LONGEST_LABEL - 4}}}+)(?![^\n]))"
)
_ANNOUNCED, _LAST_WORDS = 160, 30  # characters at a paragraph's end that announce another text
_FEWEST, _FEWEST_ASKED = 3, 2  # turns of an interview; with an interviewer's label two are enough
_MARK_ALONE = 3  # tokens; before less, the post is the line before
_SHORT, _LONGEST_CLOSING, _LONGEST_POST = 8, 80, 90
_FOLLOWS = re.compile(rf"(?:{_FOLLOWING}|:)[.:]?\s*$|in full[.:]?\s*$", re.IGNORECASE)


class _Paragraph(NamedTuple):
    """One paragraph: its tokens, its first unit, its characters."""

    first: int
    stop: int
    unit: int
    text: str


_paragraph = maker(_Paragraph)


def read_inserted(page: Page, words: Vocabulary, earlier: Sequence[Found]) -> list[Found]:
    """Find the turns, letters and posts that a text gives in full."""
    text = page.tokens.text
    letters = _SALUTATION.search(text) is not None or _announces_in_full(text)
    handles = "@" in text
    posts = handles and "(@" in text
    passed_on = handles and any(mark in text for mark in _PASSES_ON)
    labels = ":" in text and _may_be_labelled(page)
    if not (letters or posts or labels or passed_on):
        return []
    paragraphs = _paragraphs(page)
    found = _turns(page, paragraphs) if labels else []
    if not found and letters:
        found = _letters(page, paragraphs)
    if posts and not any(report.rule == "transcript" for report in found):
        found = [*found, *_posts(page, paragraphs)]
    return [*found, *_passed_on(page, paragraphs)] if passed_on else found


def _announces_in_full(text: str) -> bool:
    """Whether a line ends in words such as "the letter in full:"."""
    for match in _FULL_BEFORE_END.finditer(text):
        at, end = match.start(), match.end("line")
        if _IN_FULL.search(text, max(0, at - _LONGEST_LABEL), end):
            return True
    return False


def _may_be_labelled(page: Page) -> bool:
    """Whether two paragraphs or more have a colon near their start."""
    text, starts, units = page.tokens.text, page.tokens.starts, page.units
    near: set[int] = set()  # units that open a paragraph, with a colon soon after
    at = text.find(":")
    while at >= 0 and len(near) < 2:
        number = bisect_right(page.begins, bisect_right(starts, at) - 1) - 1
        while number >= 0 and at - starts[units[number].start] < _LONGEST_LABEL:
            if number == 0 or units[number - 1].paragraph != units[number].paragraph:
                near.add(number)
            number -= 1
        at = text.find(":", at + 1)
    return len(near) > 1


def _paragraphs(page: Page) -> list[_Paragraph]:
    """Return the paragraphs of a page that have units, in order."""
    tokens = page.tokens
    bounds: list[list[int]] = []
    last = -1
    for number, unit in enumerate(page.units):
        if unit.paragraph == last:
            bounds[-1][1] = unit.end
        else:
            bounds.append([unit.start, unit.end, number])
            last = unit.paragraph
    return [
        _paragraph((first, stop, unit, tokens.text[tokens.starts[first] : tokens.end(stop - 1)]))
        for first, stop, unit in bounds
    ]


def _turns(page: Page, paragraphs: list[_Paragraph]) -> list[Found]:
    """Read the turns of a transcript or an interview: what stands after each label."""
    labels: dict[int, re.Match[str]] = {}
    for number, paragraph in enumerate(paragraphs):
        near = paragraph.text.find(":", 0, 2 * _LONGEST_LABEL)
        match = _LABEL.match(paragraph.text) if near > 0 else None
        if match is not None and _may_label(match.group("name"), paragraph.text[match.end() :]):
            labels[number] = match
    headings = sum(paragraphs[number].text[-1:] not in _ENDS_SPEECH for number in labels)
    if 2 * headings > len(labels):
        return []  # "Ilse Brandt: What the port needs", over a column of hers
    speaking = [_last(match.group("name")) for match in labels.values()]
    asks = any(name in ASKING_LABELS for name in speaking)
    repeated = len(set(speaking)) < len(speaking)
    if len(labels) < (_FEWEST_ASKED if asks else _FEWEST) or not (repeated or asks):
        return []
    return _spoken_turns(page, paragraphs, labels)


def _spoken_turns(
    page: Page, paragraphs: list[_Paragraph], labels: dict[int, re.Match[str]]
) -> list[Found]:
    """Give each turn all paragraphs up to the next label, and the last one its own.

    Where one paragraph holds several turns, the others between are the article's.
    """
    found: list[Found] = []
    numbers = sorted(labels)
    several = any(_NEXT_TURN.search(paragraphs[number].text) for number in numbers)
    for number, following in zip(numbers, [*numbers[1:], -1], strict=True):
        goes_on = 0 < following <= number + _LONGEST_TURN and not several
        stop = following if goes_on else number + 1
        paragraph, match = paragraphs[number], labels[number]
        name = (
            _token_at(page, paragraph, match.start("name")),
            _token_at(page, paragraph, match.end("name")),
        )
        colon = _token_at(page, paragraph, match.end() - 1)
        parts = [
            (colon + 1, paragraph.stop),
            *((p.first, p.stop) for p in paragraphs[number + 1 : stop]),
        ]
        parts = [part for part in parts if part[0] < part[1]]
        if parts:
            cue = (colon, colon + 1)
            found.append(
                Found("transcript", "leading", "neutral", name, cue, parts, paragraph.unit)
            )
    return found


def _token_at(page: Page, paragraph: _Paragraph, at: int) -> int:
    """Token at or after a character of a paragraph."""
    starts = page.tokens.starts
    return bisect_left(starts, starts[paragraph.first] + at, paragraph.first, paragraph.stop)


def _last(name: str) -> str:
    """Last word of a label, by which its speaker is known again."""
    return name.split(",")[0].split()[-1].rstrip(".").lower()


def _may_label(name: str, rest: str) -> bool:
    """Whether a name before a colon may be a speaker's, and what follows a turn."""
    words = [word.strip(",.").lower() for word in name.split()]
    spoken = rest.strip()
    if any(word in RUBRICS for word in words) and words[-1] not in ASKING_LABELS | ANSWERING_LABELS:
        return False
    return bool(spoken) and spoken[0] not in '“"‘«' and not spoken.startswith(("http", "//"))


def _letters(page: Page, paragraphs: list[_Paragraph]) -> list[Found]:
    """Read letters that the text introduces, from "Dear …" to the name, and texts "in full"."""
    found: list[Found] = []
    done = 0
    for number, paragraph in enumerate(paragraphs):
        if number < max(done, 1):
            continue
        if _DEAR.match(paragraph.text):
            stop, signed = _signature(paragraphs, number + 1)
            done = stop
        elif _IN_FULL.search(paragraphs[number - 1].text[-_ANNOUNCED:]):
            if not _FOLLOWS.search(paragraphs[number - 1].text[-_LAST_WORDS:]):
                continue
            stop, signed = _signature(paragraphs, number)
            done = stop = stop if signed else len(paragraphs)
        else:
            continue
        parts = [(p.first, p.stop) for p in paragraphs[number:stop]]
        if sum(last - first for first, last in parts) > _SHORT:
            source = _signed_by(page, paragraphs, stop) if signed else None
            found.append(
                Found("document", "leading", "neutral", source, None, parts, paragraph.unit)
            )
    return found


def _signature(paragraphs: list[_Paragraph], first: int) -> tuple[int, bool]:
    """Return the number of the paragraph in which a letter closes, and whether any does."""
    for number in range(first, len(paragraphs)):
        if len(paragraphs[number].text) < _LONGEST_CLOSING and _CLOSING.match(
            paragraphs[number].text
        ):
            return number, True
    return len(paragraphs), False


def _signed_by(page: Page, paragraphs: list[_Paragraph], closing: int) -> Span | None:
    """Tokens of the name under a letter: after "Yours,", or in the paragraph after it."""
    match = _SIGNED.match(paragraphs[closing].text)
    if match is not None:
        paragraph = paragraphs[closing]
        return _token_at(page, paragraph, match.start("name")), _token_at(
            page, paragraph, match.end("name")
        )
    if closing + 1 < len(paragraphs) and len(paragraphs[closing + 1].text) < _LONGEST_CLOSING:
        return paragraphs[closing + 1].first, paragraphs[closing + 1].stop
    return None


def _posts(page: Page, paragraphs: list[_Paragraph]) -> list[Found]:
    """Read posts that a dash, a name and a handle sign: "… — Ana Ruiz (@ana) May 5, 2020"."""
    found: list[Found] = []
    for number, paragraph in enumerate(paragraphs):
        if "(@" not in paragraph.text:
            continue
        begun = paragraph.first
        for match in _POST.finditer(paragraph.text):
            at = _token_at(page, paragraph, match.start())
            name = tuple(_token_at(page, paragraph, match.span("name")[side]) for side in (0, 1))
            first = begun
            if (
                at - first < _MARK_ALONE and number and begun == paragraph.first
            ):  # the post is the line before
                first, at = paragraphs[number - 1].first, paragraphs[number - 1].stop
            if 2 < at - first < _LONGEST_POST and name[0] < name[1]:
                source = (name[0], name[1])
                unit = bisect_left([u.start for u in page.units], first + 1) - 1
                found.append(
                    Found("post", "trailing", "neutral", source, None, [(first, at)], unit)
                )
            begun = _token_at(page, paragraph, match.end())
    return found


def _passed_on(page: Page, paragraphs: list[_Paragraph]) -> list[Found]:
    """Read posts of others that a post passes on: "RT @ana: C", to the paragraph's end."""
    found: list[Found] = []
    for paragraph in paragraphs:
        match = _PASSED_ON.match(paragraph.text)
        if match is None:
            continue
        first, stop = (_token_at(page, paragraph, match.span("name")[side]) for side in (0, 1))
        begun = _token_at(page, paragraph, match.end())
        if first < stop <= begun < paragraph.stop:
            part = (begun, paragraph.stop)
            found.append(
                Found("post", "leading", "neutral", (first, stop), None, [part], paragraph.unit)
            )
    return found


CONSTRUCTION: Final = Construction(5, read_inserted)
