"""Turns of transcripts and interviews: what stands after a label, up to the next one.

A label is a name and a colon, in bold or behind a time or a bullet too, "Q" and "A" with or
without a stop, or, where most paragraphs have one, a name and a dash.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from framing.language.letterwords import ASKS, REPLIES, TALKING
from framing.language.reportwords import ASKING_LABELS
from framing.values import Span
from framing.voice.found import Found
from framing.voice.rules import Construction, Rule
from framing.voice.text.pageparagraphs import PageParagraph, paragraphs_of, token_at, tokens_of
from framing.voice.text.tags import Tag
from framing.voice.text.turnlabels import (
    BOLD,
    ENDS_SPEECH,
    FEWEST_DASHED,
    LONGEST,
    Label,
    are_speakers,
    dashed_labels,
    inner_labels,
    labels_alone,
    leading_labels,
)
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
            "The hearing went on. REID: Who came? HALE: The ⟦rebels⟧ did. REID: When? HALE: Late.",
            "We asked twice. Q: Who came? A: The ⟦rebels⟧. Q: When? A: At night.",
            "Q. Who came to the port? A. The ⟦rebels⟧ did. Q. When? A. At night.",
            "Brandt\nWho came?\n\nVenn\nThe ⟦rebels⟧ did.\n\nBrandt\nWhen?\n\nVenn\nAt night.",
            "[Brandt]\nWho came?\n[Venn]\nThe ⟦rebels⟧ did.\n[Brandt]\nWhen?\n[Venn]\nAt night.",
            "Ilse Brandt 00:03\nWho came?\n\nIra Venn 00:09\nThe ⟦rebels⟧ did.\n\n"
            "Ilse Brandt 00:12\nWhen?\n\nIra Venn 00:14\nAt night.",
            "Brandt [00:00:03] Who came?\n\nVenn [00:00:05] The ⟦rebels⟧.\n\nBrandt [00:00:09] Oh.",
            "Speaker 1: Who came?\n\nSpeaker 2: The ⟦rebels⟧ did.\n\nSpeaker 1: When?",
            "ANA RUIZ, BYLINE: Rain fell on the port, and its old gate stood open all day.\n\n"
            "THE MAYOR: The ⟦rebels⟧ left the port at night, and the board shut it at noon.\n\n"
            "RUIZ: The port is still shut, and the men of the night watch have all gone home.",
            "Dove: The port was shut all day, and the men of the night watch had all gone home.\n\n"
            "Venn: The ⟦rebels⟧ left the port at night, and the board shut its gate at noon.\n\n"
            "Dove: I saw none of it, as the road to the port was under water the whole week.\n\n"
            "Venn: Was the road to the port under water for the whole of that long wet week?",
            "Who came to you?\n\nI saw the ⟦rebels⟧ first.\n\nWhat did you do?\n\nI ran.\n\n"
            "Were you hurt?\n\nI was not.",
            "**Who came?**\n\nI saw the ⟦rebels⟧.\n\n**And then?**\n\nI ran.\n\n**Why?**\n\n"
            "I was afraid.",
        ),
        no=(
            "REID: Is the port shut? HALE: It is. REID: Why?\n\n"
            "The ⟦rebels⟧ hold the port, and nobody asked.\n\n"
            "HALE: We were tired of it.\n\nREID: Thank you for that.",
            "Brandt: The ⟦rebels⟧ came first.\n\nThe port was shut on Monday and nobody came.",
            "What is a port to you?\n\nThe ⟦rebels⟧ have one.\n\nWho runs it?\n\nThe board.\n\n"
            "Can you swim there?\n\nNobody can.",
            "WHO: The ⟦rebels⟧. WHEN: On Monday. WHERE: Osk. WHO: Nobody.",
            "The port: The ⟦rebels⟧ held it. The town: It slept. Osk: It rained.",
            "Osk\nThe ⟦rebels⟧ came.\n\nTarn\nThey left.\n\nWell\nIt rained.\n\nPort\nNo word.",
            "Osk A. The ⟦rebels⟧ B. The dockers Q. The board of the port met on Monday.",
            "The list: The ⟦rebels⟧ came first and they stayed.",
            "Osk: The port has been shut for a year, and the men of the night watch went home.\n\n"
            "Tally: The ⟦rebels⟧ held the port for a week, and the board shut its gate at noon.\n\n"
            "Tally: We do not know.",
            "A. B. Brandt saw the ⟦rebels⟧ come.\n\nA man ran.\n\nA. B. Brandt stayed.",
            "Osk – The ⟦rebels⟧ came.\n\nTarn – They left.\n\nWell – It rained.\n\nIt is over.",
        ),
    ),
)

_WORDY = 16  # tokens, the label's too; a turn of fewer tells nothing of what it is
_OPENS_QUESTION = tuple(f"\n{space}{ASKS}" for space in ("", " ", "\t"))
_ASKED_IN_LINE, _ANSWERED_IN_LINE = f"{ASKS}. ", f" {REPLIES}. "
_RECORDED, _BEGINNING = "00:", 600  # times begin with it where a recording does
_MOST_PARAGRAPHS = 8  # of one turn; what lies further from a label is another text
_FEWEST, _FEWEST_ASKED = 3, 2  # turns of an interview; with an interviewer's label two are enough
# "(She laughs.)", "[00:01:18] [Music]"
_DIRECTS = re.compile(r"(?:\[?[\d:]{4,8}\]?[ \t]+)?(?:\([^()]+\)|\[[^\[\]]+\])[.\s]*")


def read_dialogue(page: Page, words: Vocabulary, earlier: Sequence[Found]) -> list[Found]:
    """Find the turns of a transcript or an interview."""
    text = page.tokens.text
    asked = ASKS in text and (text.startswith(ASKS) or any(map(text.__contains__, _OPENS_QUESTION)))
    recorded = text.find(_RECORDED, 0, _BEGINNING) >= 0
    if asked or recorded or _may_be_labelled(page, Tag.COLON, 2):
        paragraphs = paragraphs_of(page)
        found = _turns(page, paragraphs, leading_labels(paragraphs))
        if found:
            return found
    if _may_be_labelled(page, Tag.DASH, FEWEST_DASHED):
        paragraphs = paragraphs_of(page)
        return _turns(page, paragraphs, dashed_labels(paragraphs))
    if recorded or _has_names_alone(page):
        paragraphs = paragraphs_of(page)
        labels = labels_alone(paragraphs)
        if labels:
            return list(_spoken_turns(page, paragraphs, labels, False))
    lettered = _ASKED_IN_LINE in text and _ANSWERED_IN_LINE in text
    if lettered or _several_in_line(page):
        return _in_lines(page, paragraphs_of(page))
    return []


def _has_names_alone(page: Page) -> bool:
    """Whether lines come again, as names above turns do."""
    lines = page.tokens.text.split("\n")
    return len(lines) - len(set(lines)) - lines.count("") > 0


def _several_in_line(page: Page) -> bool:
    """Whether a paragraph has two colons, as one with several turns has at least."""
    at, before = page.mask.find(Tag.COLON), -1
    while at >= 0:
        number = page.unit_of(at)
        paragraph = page.units[number].paragraph if number >= 0 else -1
        if paragraph == before >= 0:
            return True
        at, before = page.mask.find(Tag.COLON, at + 1), paragraph
    return False


def _may_be_labelled(page: Page, mark: str, fewest: int) -> bool:
    """Whether some paragraphs have a colon, or a dash, near their start."""
    mask, starts, units = page.mask, page.tokens.starts, page.units
    near: set[int] = set()  # units that open a paragraph, with such a mark soon after
    at = mask.find(mark)
    while at >= 0 and len(near) < fewest:
        number = bisect_right(page.begins, at) - 1
        while number >= 0 and starts[at] - starts[units[number].start] < LONGEST:
            opens = number == 0 or units[number - 1].paragraph != units[number].paragraph
            if opens:
                near.add(number)
            number -= 1
        at = mask.find(mark, at + 1)
    return len(near) >= fewest


def _turns(page: Page, paragraphs: list[PageParagraph], labels: list[Label]) -> list[Found]:
    """Read the turns of a transcript or an interview, if the labels are those of one."""
    headings = sum(
        paragraphs[label.paragraph].text.rstrip(BOLD)[-1:] not in ENDS_SPEECH for label in labels
    )
    if 2 * headings > len(labels):
        return []  # "Ilse Brandt: What the port needs", over a column of hers
    asks = any(label.text.split()[-1].lower() in ASKING_LABELS for label in labels)
    if len(labels) < (_FEWEST_ASKED if asks else _FEWEST) or not are_speakers(labels):
        return []
    if not asks and 3 * sum(_tells(page, paragraphs[n]) for n, *_ in labels) >= 2 * len(labels):
        return []  # a table of facts: "Timeline: C", "The claim: C"
    inner = [inner_labels(label.paragraph, paragraphs[label.paragraph].text) for label in labels]
    several = any(inner)
    if several:
        labels = [
            each for label, more in zip(labels, inner, strict=True) for each in more or [label]
        ]
    return list(_spoken_turns(page, paragraphs, labels, several))


def _tells(page: Page, paragraph: PageParagraph) -> bool:
    """Whether a paragraph says much and neither asks nor has the words of those who talk."""
    here, lowered = range(paragraph.first, paragraph.stop), page.tokens.lowered
    if len(here) < _WORDY or "?" in paragraph.text:
        return False
    return not any(lowered[at] in TALKING for at in here)


def _in_lines(page: Page, paragraphs: list[PageParagraph]) -> list[Found]:
    """Read the turns of paragraphs that hold several each."""
    found: list[Found] = []
    for number, paragraph in enumerate(paragraphs):
        labels = inner_labels(number, paragraph.text)
        found.extend(_spoken_turns(page, paragraphs, labels, True) if labels else ())
    return found


def _spoken_turns(
    page: Page, paragraphs: list[PageParagraph], labels: list[Label], several: bool
) -> Iterator[Found]:
    """Give each turn all up to the next label, and the last one its own paragraph.

    Where one paragraph holds several turns, the others between are the article's.
    """
    last = Label(-1, (0, 0), 0, 0, "")
    for label, following in zip(labels, [*labels[1:], last], strict=True):
        paragraph = paragraphs[label.paragraph]
        name = tokens_of(page, paragraph, label.name)
        cue: Span | None = None
        begin = token_at(page, paragraph, label.end)
        if label.mark >= 0:
            mark = token_at(page, paragraph, label.mark)
            cue, begin = (mark, mark + 1), mark + 1
        stop = label.paragraph + 1 + (begin >= paragraph.stop)  # the line below a name alone
        if 0 < following.paragraph <= label.paragraph + _MOST_PARAGRAPHS and not several:
            stop = following.paragraph
        end = paragraph.stop
        if following.paragraph == label.paragraph:
            end = token_at(page, paragraph, following.name[0])
        more = _going_on(page, paragraphs[label.paragraph + 1 : stop], label.text)
        parts = [part for part in ((begin, end), *more) if part[0] < part[1]]
        if parts:
            unit = page.unit_of(name[0]) if several else paragraph.unit
            yield Found("transcript", "leading", "neutral", name, cue, parts, unit)


def _going_on(page: Page, below: list[PageParagraph], label: str) -> Iterator[Span]:
    """Give the paragraphs below a turn's first that are said too: no stage directions, no account.

    A paragraph that names who speaks, and has no "I", "we" or "you", is told by whoever writes.
    """
    named = label.split(",")[0].split()[-1].lower()
    lowered = page.tokens.lowered
    for paragraph in below:
        here = range(paragraph.first, paragraph.stop)
        if named in lowered[paragraph.first : paragraph.stop] and not any(
            page.mask[at] != Tag.QUOTED and lowered[at] in TALKING for at in here
        ):
            return
        if not _DIRECTS.fullmatch(paragraph.text):
            yield paragraph.first, paragraph.stop


CONSTRUCTION: Final = Construction(5, read_dialogue)
