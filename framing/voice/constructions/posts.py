"""Posts that a text embeds: signed or headed with a name and a handle, or passed on."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from framing.language.languages import ENGLISH
from framing.values import Span
from framing.voice.found import Found
from framing.voice.rules import Construction, Rule
from framing.voice.text.pageparagraphs import PageParagraph, paragraphs_of, token_at, tokens_of
from framing.voice.text.units import Page
from framing.voice.text.vocabulary import Vocabulary

__all__ = ["CONSTRUCTION", "RULES", "read_posts"]

RULES: Final = (
    Rule(
        "post",
        "a post signed with a name and a handle",
        "label",
        yes=(
            "The talks failed.\n\n"
            "The ⟦thugs⟧ must go, all of them! — Ilse Brandt (@ilsebrandt) May 3, 2019\n\n"
            "The council met on Monday.",
            "The talks failed.\n\nRT @ilsebrandt: The ⟦thugs⟧ must go!\n\nNobody came.",
            "The talks failed.\n\n@ilsebrandt: The ⟦thugs⟧ must go!\n\nNobody came.",
            "The talks failed.\n\nNobody came.\n\nIlse Brandt\n@ilsebrandt\n"
            "The ⟦thugs⟧ must go!\n10:42 AM · May 3, 2019\n\nThe council met on Monday.",
            "The talks failed.\n\nNobody came.\n\nIlse Brandt @ilsebrandt · May 3\n"
            "The ⟦thugs⟧ must go!\n\nThe council met on Monday.",
        ),
        no=(
            "The film ran on RT @ noon, and the ⟦thugs⟧ saw it.",
            "The talks failed.\n\nThe ⟦thugs⟧ must go, all of them!\n\nThe council met on Monday.",
            "The ⟦rebels⟧ write as @osk on that site.",
            "The talks failed.\n\nNobody came.\n\nIlse Brandt @ilsebrandt\n\nThe ⟦rebels⟧ left.",
        ),
    ),
)

_WORDS = ENGLISH.letters
_HANDLE = r"@ ?\w{1,30}(?:@[\w.]{3,40})?"
_SIGNED = re.compile(
    rf"[—–―-]{{1,2}} ?(?P<name>[^\n@()—–]{{2,50}}) ?\({_HANDLE}\)"
    r"(?: ?,? ?(?:on )?[A-Z][a-z]{2,9}\.? \d{1,2}, \d{4})?"
)
_OPENED = re.compile(
    rf"(?:(?:{'|'.join(_WORDS.passed_on)}) (?P<passed>{_HANDLE}) ?:?"
    rf"|(?P<name>{_HANDLE})(?: (?:{'|'.join(_WORDS.posts)}))? ?:)\s*(?=\S)"
)
_HEADS = re.compile(
    rf"(?:(?P<name>[^\n@()]{{2,50}}?) ?\(?)?(?P<handle>{_HANDLE})\)?(?P<when> ?[·•] ?\S.{{0,24}})?$"
)
_WHEN = re.compile(r"\d{1,2}:\d{2} ?[AaPp]\.?[Mm]\b.{0,40}$|[A-Z][a-z]{2,8} \d{1,2}, \d{4}$")
_NAME_ALONE = re.compile(r"[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,4}$")
_SIGNING = "(@"
_MARK_ALONE = 3  # tokens; before less, the post is the line before
_LONGEST_POST = 90  # tokens
_MOST_LINES, _LONGEST_HEADED = 8, 700  # lines and characters of a post under its head
_TITLE_DEPTH = 2  # paragraphs in which a handle may be that of who wrote the article


def read_posts(page: Page, words: Vocabulary, earlier: Sequence[Found]) -> list[Found]:
    """Find the posts of others that a text embeds."""
    text = page.tokens.text
    if "@" not in text:
        return []
    paragraphs = paragraphs_of(page)
    found: list[Found] = []
    if _SIGNING in text and not any(report.rule == "transcript" for report in earlier):
        found += _signed(page, paragraphs)
    return [*found, *_opened(page, paragraphs), *_headed(page, paragraphs)]


def _post(form: str, source: Span, part: Span, unit: int) -> Found:
    return Found("post", form, "neutral", source, None, [part], unit)


def _signed(page: Page, paragraphs: list[PageParagraph]) -> Iterator[Found]:
    """Read posts that a dash, a name and a handle sign: "… — Ana Ruiz (@ana) May 5, 2020"."""
    for number, paragraph in enumerate(paragraphs):
        if _SIGNING not in paragraph.text:
            continue
        begun = paragraph.first
        for match in _SIGNED.finditer(paragraph.text):
            at = token_at(page, paragraph, match.start())
            name = tokens_of(page, paragraph, match.span("name"))
            first = begun
            if at - first < _MARK_ALONE and number and begun == paragraph.first:
                # the post is the line before
                first, at = paragraphs[number - 1].first, paragraphs[number - 1].stop
            if 2 < at - first < _LONGEST_POST and name[0] < name[1]:
                yield _post("trailing", name, (first, at), bisect_right(page.begins, first) - 1)
            begun = token_at(page, paragraph, match.end())


def _opened(page: Page, paragraphs: list[PageParagraph]) -> Iterator[Found]:
    """Read posts that a handle opens, to the paragraph's end: "RT @ana: C", "@ana: C"."""
    for paragraph in paragraphs:
        match = _OPENED.match(paragraph.text)
        if match is None:
            continue
        group = "passed" if match.group("passed") else "name"
        name = tokens_of(page, paragraph, match.span(group))
        begun = token_at(page, paragraph, match.end())
        if name[0] < name[1] <= begun < paragraph.stop:
            yield _post("leading", name, (begun, paragraph.stop), paragraph.unit)


def _headed(page: Page, paragraphs: list[PageParagraph]) -> Iterator[Found]:
    """Read posts under a name and a handle that say when they were posted, there or below."""
    text, starts, end = page.tokens.text, page.tokens.starts, page.tokens.end
    for number, paragraph in enumerate(paragraphs):
        match = _HEADS.match(paragraph.text) if "@" in paragraph.text else None
        if match is None or number < _TITLE_DEPTH:
            continue
        begin = end(paragraph.stop - 1)
        stop = _end_of_post(text, begin, bool(match.group("when")))
        if stop < 0:
            continue  # a line that tells where somebody can be followed
        source = tokens_of(page, paragraph, match.span("name" if match.group("name") else "handle"))
        above = paragraphs[number - 1]
        if not match.group("name") and _NAME_ALONE.match(above.text):
            source = above.first, above.stop
        part = paragraph.stop, bisect_left(starts, stop, paragraph.stop)
        if source[0] < source[1] and part[0] < part[1]:
            yield _post("leading", source, part, paragraph.unit)


def _end_of_post(text: str, begin: int, dated: bool) -> int:
    """Return where the post below a head ends: at the line of its time, or with its first line."""
    first = -1
    at = begin
    for line in text[begin : begin + _LONGEST_HEADED].split("\n")[:_MOST_LINES]:
        if _WHEN.match(line.strip()):
            return at if first > 0 else -1
        at += len(line) + 1
        if first < 0 and line.strip():
            first = at
    return first if dated else -1


CONSTRUCTION: Final = Construction(5, read_posts)
