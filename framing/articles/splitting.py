"""Cuts paragraphs into sentences, with exact offsets, for the habits of news prose.

One compiled pattern finds the places where a sentence could end; a few lookups in
`framing.language.abbreviations` decide each. The pattern never goes back over what it has read,
so that a megabyte of dots costs no more than a megabyte of prose.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from framing.articles.paragraphs import split_paragraphs
from framing.language.languages import ENGLISH
from framing.values import Span

__all__ = ["cut_paragraph", "split_sentences"]

# A run of stops ("...", "?!", ". . .") and the closing marks beside it; then (group 1) closing
# marks set off by spaces, as tokenised text has them; then (group 2) white space, or none where
# a space was lost ("said.The"); then (group 3) opening marks and something a sentence can begin
# with: no lower-case letter, except in names such as "al-Sadr" or "iPhone".
_CANDIDATE = re.compile(
    r"""[.!?…](?<![.!?…].)(?<![.!?…]\ .)(?>(?:\ ?[.!?…])*)
        (?>(?:["”’'»)\]}]|\[\d{1,3}\])*)
        ((?>(?:[ \u00a0](?:''|[”’»)\]"']|\\n)(?=\s))*))
        (\s++|(?=["“‘]?[A-Z][a-z]*[\s,'’]))
        (?=(["“”‘’'«`(\[—–-]{0,4}+\s?)(?:[^\W_a-zß-öø-ÿ]|al-|el-|i[A-Z]|e[A-Z]|[$£€@#%&*•]|\.@))
    """,
    re.VERBOSE,
)
_BOUNDS = ENGLISH.boundaries
_WORD = re.compile(r"[^\W\d_]{1,20}(?:['’.][^\W\d_]{1,5})?")
_SAYING = re.compile(
    r"(?:[A-Z][\w'’.-]{0,20}\s){1,5}(?:[a-z]{1,15}\s)?"
    rf"(?:{'|'.join(_BOUNDS.saying)})\b"
    r"(?!(?:[,:]|\sthat,?)?\s?[“\"`'‘])"
)
_TAG = re.compile(rf"(?:[A-Z][\w'’.-]{{0,20}}\s){{1,3}}(?:{'|'.join(_BOUNDS.tagging)})\.")
_OPENED = re.compile(rf"(?:^|[\s(])'(?!(?:{'|'.join(ENGLISH.apostrophes.split_off)})\b)\w")
_LONE = re.compile(r"(?:^|(?<=\s))'(?=\s)")
_LOOK_BACK = 30  # characters; no abbreviation is longer
_QUOTED = 300  # characters; how far back a lone ' is looked for


def split_sentences(text: str, paragraphs: Sequence[Span] | None = None) -> list[Span]:
    """Cut `text` into sentences, none of which crosses a paragraph.

    Parameters
    ----------
    text
        Any text; nothing is changed, and every character of a paragraph that is not white space
        ends up in exactly one sentence.
    paragraphs
        Spans of its paragraphs; found by `framing.articles.paragraphs` when left out.

    Returns
    -------
    list of (start, end)
        Code-point offsets into `text`, in order, without white space at either end.

    Examples
    --------
    >>> text = "Gen. Soleimani met U.S. officials at 5 p.m. Monday. “Why?” he said. No one knew."
    >>> [text[start:end] for start, end in split_sentences(text)]
    ['Gen. Soleimani met U.S. officials at 5 p.m. Monday.', '“Why?” he said.', 'No one knew.']
    """
    if paragraphs is None:
        paragraphs = split_paragraphs(text)
    sentences: list[Span] = []
    for start, end in paragraphs:
        cut_paragraph(text, start, end, sentences)
    return sentences


def cut_paragraph(
    text: str, start: int, end: int, sentences: list[Span], is_title: bool = False
) -> None:
    """Append the sentences of one paragraph to `sentences`.

    In a title every word may be capital, so that an abbreviation never ends a sentence there.
    """
    begun = start
    quotes: _Quotes | None = None
    for found in _CANDIDATE.finditer(text, start, end):
        (stop, _), (set_off, _), (gap, after_gap), _ = found.regs
        if set_off != gap:
            quotes = quotes or _Quotes(text, start)
            if not quotes.close_here(begun, set_off, gap):
                gap, after_gap = set_off, set_off + 1  # the mark opens the next sentence
        least = begun if begun > stop - _LOOK_BACK else stop - _LOOK_BACK
        word = text[text.rfind(" ", least, stop) + 1 or least : stop]
        if (
            gap == stop + 1 < after_gap  # the plain case, which most are, without a call
            and text[stop] == "."
            and word.islower()
            and word.isalpha()
            and len(word) > 3
            and word not in _BOUNDS.abbreviations
        ) or _ends_here(text, found, begun, is_title):
            sentences.append((begun, gap))
            begun = after_gap
    if begun < end:
        sentences.append((begun, end))


def _word_start(text: str, begun: int, stop: int) -> int:
    """Return where the word before `stop` begins, or as far back as an abbreviation reaches."""
    least = max(begun, stop - _LOOK_BACK)
    return max(text.rfind(" ", least, stop) + 1, least)


class _Quotes:
    """Tells closing marks from opening ones where spaces stand on both sides (`. " He`).

    Straight marks close when an odd number of them came before; they are counted once, from
    left to right, so that the whole paragraph is read only once.
    """

    __slots__ = ("_counted", "_marks", "_text")

    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self._counted = start
        self._marks = 0

    def close_here(self, begun: int, set_off: int, gap: int) -> bool:
        """Say whether the marks in ``text[set_off:gap]`` close what came before."""
        mark = self._text[set_off + 1]
        if mark == '"':
            self._marks += self._text.count('"', self._counted, set_off)
            self._counted = set_off
            return self._marks % 2 == 1
        if mark == "'" and gap - set_off == 2:
            least = max(begun, set_off - _QUOTED)
            lone = len(_LONE.findall(self._text, least, set_off))
            return lone % 2 == 1 or _OPENED.search(self._text, least, set_off) is not None
        return True


def _ends_here(text: str, found: re.Match[str], begun: int, is_title: bool) -> bool:
    """Decide one candidate: does this stop end the sentence that began at `begun`."""
    stop = found.start()
    mark = text[stop]
    if mark == "." and text[stop + 1] not in ".!?…" and text[stop + 1 : stop + 3] != " .":
        return _full_stop_ends(text, found, begun, is_title)
    if found.start(2) == found.end(2):
        return _space_was_lost(text, stop, found.end(3))
    if mark in ".…":
        return any(map(str.isalnum, text[max(begun, stop - 200) : stop]))  # "... He" goes on
    closed = text[found.start(2) - 1]
    if closed in "\"”’'":
        after = found.end(3)
        return _SAYING.match(text, after) is None or _next_word(text, after) in _BOUNDS.starters
    if mark == "!" and closed == "!":
        word = text[max(begun, stop - 9) : stop].rpartition(" ")[2]
        return word not in _BOUNDS.exclaimed or _next_word(text, found.end(3)) in _BOUNDS.starters
    return True


def _full_stop_ends(text: str, found: re.Match[str], begun: int, is_title: bool) -> bool:
    stop = found.start()
    if found.start(2) == found.end(2):
        return _space_was_lost(text, stop, found.end(3))
    if text[stop + 1] in "\"”’'" and _TAG.match(text, found.end(3)):
        return False  # a stop where a comma was meant: “We left.” Smith said.
    first = _word_start(text, begun, stop)
    word = text[first:stop]
    if word.isalpha():
        if word in _BOUNDS.titles:
            return False
        if len(word) > 1 and word not in _BOUNDS.abbreviations and word != "No":
            return True
    elif word.isdigit():
        return first > begun or len(word) > 3  # "1." at the start numbers what follows
    else:
        word = word.replace("—", "-").replace("–", "-").rpartition("-")[2]
        word = word.split()[-1].lstrip("(\"“'‘[`") if word.strip() else ""
        if word in _BOUNDS.titles:
            return False
    return _abbreviation_ends(text, found, word, first == begun, is_title)


def _abbreviation_ends(
    text: str, found: re.Match[str], word: str, is_first: bool, is_title: bool
) -> bool:
    after = found.end(3)
    if word == "No":
        return not text[after].isdigit()
    if word in _BOUNDS.clocks:
        return not is_title and _next_word(text, after) not in _BOUNDS.clock_followers
    initial = len(word) == 1 and (word.isupper() or word in _BOUNDS.abbreviations)
    if not initial and word not in _BOUNDS.abbreviations and not _is_dotted(word):
        return True
    if is_title or (initial and is_first):
        return False
    opening = text[found.end(2) : after].strip()
    if opening and opening[0] in "—–-([":
        return False
    return _next_word(text, after) in _BOUNDS.starters or (bool(opening) and not initial)


def _is_dotted(word: str) -> bool:
    """Tell "U.S", "Ph.D" and "a.m" from "CNN.com"."""
    return "." in word and all(len(part) <= 2 and part.isalpha() for part in word.split("."))


def _space_was_lost(text: str, stop: int, after: int) -> bool:
    """Tell "said.The" from "Amazon.Com", "U.S.A" and "Yahoo!News"."""
    before = text[max(stop - 3, 0) : stop].lstrip("\"”’')")
    return (
        before.isalpha() and before.islower() and _next_word(text, after) not in _BOUNDS.web_endings
    )


def _next_word(text: str, position: int) -> str:
    found = _WORD.match(text, position)
    return found.group() if found else ""
