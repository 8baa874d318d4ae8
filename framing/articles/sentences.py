"""Cuts paragraphs into sentences, with exact offsets, for the habits of news prose.

One compiled pattern finds the places where a sentence could end; a few lookups in
`framing.articles.abbreviations` decide each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from framing.articles.abbreviations import (
    BEFORE_NAMES,
    BEFORE_NUMBERS,
    CLOCK_FOLLOWERS,
    OTHERS,
    STARTERS,
)
from framing.articles.paragraphs import split_paragraphs
from framing.values import Span

__all__ = ["split_sentences"]

# A run of stops ("...", "?!", ". . ."), the closing marks that belong to it (beside it, or set
# off by spaces as tokenised text has them), white space, and then something a sentence can begin
# with: not a lower-case letter, except in names such as "al-Sadr" or "iPhone".
_CANDIDATE = re.compile(
    r"""[.!?…](?:\ ?[.!?…])*
        (?:["”’'»)\]}]|\[\d{1,3}\])*
        (?:[ \u00a0](?:''|[”’»)\]]|["'](?=\s)))*
        (?P<gap>\s+)
        (?=(?P<opening>["“”‘’'«`(\[—–-]*\s?)(?P<next>[^\W_a-z]|al-|el-|i[A-Z]|e[A-Z]|[$£€@#%&*•]))
    """,
    re.VERBOSE,
)
_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
_SAYING = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col)\.\s)?(?:[A-Z][\w'’.-]*\s){1,4}"
    r"(?:said|says|asked|asks|wrote|added|told|replied|shouted|tweeted|wondered|exclaimed|"
    r"declared|cried|continued|demanded|quipped|joked|yelled)\b"
)


def split_sentences(text: str, paragraphs: Sequence[Span] | None = None) -> list[Span]:
    """Cut `text` into sentences, none of which crosses a paragraph.

    Parameters
    ----------
    text
        Any text; nothing is changed and every character that is not white space ends up in
        exactly one sentence.
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
        begun = start
        for found in _CANDIDATE.finditer(text, start, end):
            if _ends_here(text, found, begun):
                sentences.append((begun, found.start("gap")))
                begun = found.end("gap")
        if begun < end:
            sentences.append((begun, end))
    return sentences


def _ends_here(text: str, found: re.Match[str], begun: int) -> bool:
    """Decide one candidate: does this stop end the sentence that began at `begun`."""
    stop = found.start()
    mark = text[stop]
    after = found.end("opening")
    if mark != "." or found.start("gap") - stop > 1:
        return not _goes_on(text, found, after)
    space = max(text.rfind(" ", max(begun, stop - 30), stop), begun - 1)
    word = text[space + 1 : stop].lstrip("(\"“'‘[—–-`")
    if not word:
        return True
    folded = word.lower()
    if folded in BEFORE_NAMES:
        return False
    follower = _WORD.match(text, after)
    next_word = follower.group() if follower else ""
    if folded in BEFORE_NUMBERS and text[after].isdigit():
        return False
    if folded in {"a.m", "p.m"}:
        return next_word not in CLOCK_FOLLOWERS
    if _is_initial(word) or folded in OTHERS:
        return next_word in STARTERS or bool(text[found.end("gap") : after].strip())
    return True


def _is_initial(word: str) -> bool:
    return (len(word) == 1 and word.isupper()) or ("." in word and len(word) <= 8)


def _goes_on(text: str, found: re.Match[str], after: int) -> bool:
    """Say whether a question, an exclamation or an ellipsis is inside a longer sentence."""
    closed = text[found.start() : found.start("gap")]
    if closed[-1] in "\"”’'" and _SAYING.match(text, after) is not None:
        return not text[after:].startswith(("He ", "She ", "They ", "It "))
    return False
