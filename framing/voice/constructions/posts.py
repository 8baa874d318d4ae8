"""Posts that a text embeds, headed or signed with a name, and quotations signed with one."""

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
from framing.voice.text.postlines import first_line_of_post
from framing.voice.text.tagpatterns import pattern
from framing.voice.text.tags import Tag, Tags, sequence
from framing.voice.text.units import Page
from framing.voice.text.vocabulary import Vocabulary

__all__ = ["CONSTRUCTION", "RULES", "read_posts", "signatures"]

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
            "The talks failed.\n\nThe ⟦thugs⟧ must go.\n\nWe want our port back!\n\n"
            "— Ilse Brandt (@ilsebrandt) May 3, 2019\n\nThe council met on Monday.",
            "Talks failed, and Brandt spoke for many:\nThe ⟦thugs⟧ took the port.\nIt is ours.\n"
            "— Ilse Brandt (@ilsebrandt) May 3, 2019\n\nThe council met on Monday.",
            "Talks failed.\n\nThe ⟦thugs⟧ must go. — Ilse Brandt\n\n(@ilsebrandt) May 3, 2019",
            "The talks failed.\n\nView this post on Instagram\n\nThe ⟦thugs⟧ must go.\n\n"
            "A post shared by Ilse Brandt (@ilsebrandt) on May 3, 2019",
        ),
        no=(
            "The film ran on RT @ noon, and the ⟦thugs⟧ saw it.",
            "The ⟦thugs⟧ came back on Monday, and the talks failed.\n\nWe want our port back!\n\n"
            "— Ilse Brandt (@ilsebrandt) May 3, 2019\n\nThe council met.",
            "The thugs must go. — Ira Venn (@iravenn) May 3, 2019 The ⟦rebels⟧ left on Monday.",
            "The talks failed on Monday.\n\nThe ⟦thugs⟧ came.\n\nA post shared by Ilse Brandt "
            "(@ilsebrandt) on May 3, 2019",
            "The talks failed.\n\nThe ⟦thugs⟧ must go, all of them!\n\nThe council met on Monday.",
            "The ⟦rebels⟧ write as @osk on that site.",
            "The talks failed.\n\nNobody came.\n\nIlse Brandt @ilsebrandt\n\nThe ⟦rebels⟧ left.",
        ),
    ),
    Rule(
        "signature",
        "a quotation signed with a dash and a name",
        "quotation",
        yes=("“The ⟦thugs⟧ must go.” — Ilse Brandt",),
        no=(
            "“The ⟦thugs⟧ must go,” said Brandt — twice.",
            "The port — ⟦Osk⟧’s last — was shut.",
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
    rf"|(?P<name>{_HANDLE})(?: (?:{'|'.join(_WORDS.posts)}))?(?: on [A-Z]\w{{0,12}})? ?:)\s*(?=\S)"
)
_HEADS = re.compile(
    rf"(?:(?P<name>[^\n@()]{{2,50}}?) ?(?:(?:{'|'.join(_WORDS.verified)}) ?)?\(?)?"
    rf"(?P<handle>{_HANDLE})\)?(?P<when> ?[·•] ?\S.{{0,24}})?$"
)
_SHARED = re.compile(
    rf"(?:{'|'.join(_WORDS.post_shared)}) (?P<name>[^\n@()]{{2,50}}?) ?\({_HANDLE}\)"
)
_WHEN = re.compile(r"\d{1,2}:\d{2} ?[AaPp]\.?[Mm]\b.{0,40}$|[A-Z][a-z]{2,8} \d{1,2}, \d{4}$")
_CLOCK = re.compile(r"\d")
_NAME_ALONE = re.compile(r"[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,4}$")
_NAME_LAST = re.compile(r"(?:^|\s)[—–―-]{1,2} ?(?P<name>[^\n@()—–]{2,50})$")
_SIGNING = "(@"
_MARK_ALONE = 3  # tokens of the shortest post
_LONGEST_POST = 90  # tokens
_MOST_LINES, _LONGEST_HEADED = 8, 700  # lines and characters of a post under its head
_DASH_NAME = sequence("- <name>")
_SIGNED_QUOTE = pattern("- <and|possessive|name|stop>{1,6} (?: , <^finite>{1,10})? <stop>? $")
_FEW_WORDS = 4  # tokens, with the marks; what is signed is longer
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
    if _WORDS.post_shown in text:
        found += _shown(page, paragraphs)
    return [*found, *_opened(page, paragraphs), *_headed(page, paragraphs)]


def _post(form: str, source: Span, part: Span, unit: int) -> Found:
    return Found("post", form, "neutral", source, None, [part], unit)


def _signed(page: Page, paragraphs: list[PageParagraph]) -> Iterator[Found]:
    """Read posts that a dash, a name and a handle sign: "… — Ana Ruiz (@ana) May 5, 2020"."""
    for number, paragraph in enumerate(paragraphs):
        if _SIGNING not in paragraph.text:
            continue
        begun = 0
        for match in _SIGNED.finditer(paragraph.text):
            name = tokens_of(page, paragraph, match.span("name"))
            last = token_at(page, paragraph, match.start())
            parts = [(token_at(page, paragraph, begun), last)]
            if begun == 0:
                own = paragraph.text[: match.start()]
                first = first_line_of_post(page, paragraphs, number, own, match.group("name"))
                parts = [(p.first, p.stop) for p in paragraphs[first:number]] + parts
            yield from _signed_post(page, parts, name)
            begun = match.end()
        above = paragraphs[number - 1] if number else paragraph
        broken = _NAME_LAST.search(above.text) if paragraph.text.startswith(_SIGNING) else None
        if broken is not None and above is not paragraph:  # "— Ana Ruiz\n(@ana) May 5, 2020"
            name = tokens_of(page, above, broken.span("name"))
            own = above.text[: broken.start()]
            first = first_line_of_post(page, paragraphs, number - 1, own, broken.group("name"))
            parts = [(p.first, p.stop) for p in paragraphs[first : number - 1]]
            parts.append((above.first, token_at(page, above, broken.start())))
            yield from _signed_post(page, parts, name)


def _signed_post(page: Page, parts: list[Span], name: Span) -> Iterator[Found]:
    """Give what a signature stands below to who signs it, if it is as long as a post may be."""
    parts = [part for part in parts if part[0] < part[1]]
    length = sum(stop - first for first, stop in parts)
    if _MARK_ALONE <= length < _LONGEST_POST and name[0] < name[1]:
        unit = bisect_right(page.begins, parts[0][0]) - 1
        yield Found("post", "trailing", "neutral", name, None, parts, unit)


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


def _shown(page: Page, paragraphs: list[PageParagraph]) -> Iterator[Found]:
    """Read what stands between "View this post on …" and "A post shared by Ana Ruiz (@ana)"."""
    begun = -1
    for number, paragraph in enumerate(paragraphs):
        if paragraph.text.startswith(_WORDS.post_shown):
            begun = number + 1
        match = _SHARED.match(paragraph.text) if begun > 0 else None
        if match is not None and begun < number <= begun + _MOST_LINES:
            parts = [(p.first, p.stop) for p in paragraphs[begun:number]]
            name = tokens_of(page, paragraph, match.span("name"))
            yield Found("post", "trailing", "neutral", name, None, parts, paragraphs[begun].unit)
            begun = -1


def _headed(page: Page, paragraphs: list[PageParagraph]) -> Iterator[Found]:
    """Read posts under a name and a handle that say when they were posted, there or below."""
    text, starts, end = page.tokens.text, page.tokens.starts, page.tokens.end
    for number, paragraph in enumerate(paragraphs):
        match = _HEADS.match(paragraph.text) if "@" in paragraph.text else None
        if match is None or number == 0:
            continue
        begin = end(paragraph.stop - 1)
        stop = _end_of_post(text, begin, bool(match.group("when")))
        below_text = number >= _TITLE_DEPTH or paragraphs[number - 1].text.endswith(".")
        if stop < 0 or not (below_text or _CLOCK.match(text[stop:].lstrip())):
            continue  # a line that tells where somebody can be followed, or who wrote the article
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


def signatures(page: Page) -> list[Found]:
    """Read a quotation signed with a dash and a name: “Q” — Ana Ortiz."""
    added: list[Found] = []
    dash = page.mask.find(Tag.DASH) if _DASH_NAME in page.mask else -1
    while dash >= 0:
        number, after = page.unit_of(dash), dash + 1
        if number >= 0:
            after = page.ends[number]
            signed = _signature(page, number, dash)
            added.extend(() if signed is None else (signed,))
        dash = page.mask.find(Tag.DASH, after)
    return added


def _signature(page: Page, number: int, dash: int) -> Found | None:
    """Read a signature that ends a unit, behind its first dash or a later one."""
    mask = page.mask
    match = _SIGNED_QUOTE.search(mask, dash, page.ends[number])
    if match is None or match.start() == 0 or mask[match.start() - 1] not in Tags.CLOSING:
        return None
    at = match.start()
    first = mask.rfind(Tag.OPEN, 0, at)
    while first > 0 and mask[first - 1] == Tag.CLOSE:
        first = mask.rfind(Tag.OPEN, 0, first)
    stop = match.end() - 1 if mask[match.end() - 1] == Tag.STOP else match.end()
    if first < 0 or at - first <= _FEW_WORDS:
        return None
    cue, content = (at, at + 1), [(first, at)]
    return Found("signature", "trailing", "neutral", (at + 1, stop), cue, content, number)


CONSTRUCTION: Final = Construction(5, read_posts)
