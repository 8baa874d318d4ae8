"""Tokens: one tag character for each, and their offsets, without an object for each.

Text is cut at spaces; what lies between two spaces (``Trump's`` or ``said,``) is a *chunk* and
may hold several tokens. Tags and lengths of a chunk are worked out once and kept.
"""

from __future__ import annotations

import re
from itertools import accumulate, chain, pairwise

from framing.voice.words import Vocabulary

__all__ = ["Tokens", "tokenize"]

_TOKEN = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Govs?|Gen|Lt|Col|Sgt|Capt|Cmdr|Adm|Maj|Rev|Hon|St|Jr|Sr|Prof|Pres"
    r"|Messrs|Jan|Feb|Aug|Sept|Oct|Nov|Dec|No|Inc|Corp|Co|vs)\.(?=\W|$)"
    r"|(?:[A-Z]\.){1,6}(?:-[^\W_]+)*(?=[\W]|$)"
    r"|[$£€]?[0-9]+(?:[.,:/][0-9]+)*[^\W_]*%?(?:[-–][^\W_]+)*"
    r"|[#@]?[^\W_]+(?:(?:[-.&/@]|[’'](?!(?:s|d|ll|re|ve|m|S)\b))[^\W_]+)*"
    r"|[’'](?:s|d|ll|re|ve|m|S)\b|''|``|\.\.+|--+|\S"
)
_FOLD = (("\n", " "), ("\u00a0", " "), ("\t", " "), ("\r", " "), ("\u2009", " "), ("\u202f", " "))
_BLANK = "\x01"  # the first of two spaces, which belongs to the word before it
_MARK = re.compile(b"[\x80-\xff]")
_UNMARKED = bytes(range(128)) * 2  # a tag without the bit that tells of a mark


class Chunks(dict[str, bytes]):
    """The tokens of each chunk, worked out on first sight, two bytes for each.

    The first is its tag, with the highest bit set where a mark begins it that may be one of
    quotation; the second its length with the space after it, or 0 where no byte holds that.
    """

    def __init__(self, vocabulary: Vocabulary, limit: int = 200_000) -> None:
        super().__init__()
        self.vocabulary = vocabulary
        self._limit = limit
        self._shared: dict[bytes, bytes] = {}

    def __missing__(self, chunk: str) -> bytes:
        tag_of = self.vocabulary.tag
        written = chunk.rstrip(_BLANK)
        matches = list(_TOKEN.finditer(written))
        entry = bytearray()
        for match, length in zip(matches, _lengths(chunk), strict=False):
            word = match.group()
            tag = "k" if word in "-–" and len(written) > len(word) else tag_of(word)
            entry.append(ord(tag) | (0x80 if _may_quote(written, match.start()) else 0))
            entry.append(length if length < 256 else 0)
        known = bytes(entry) or bytes((ord("k"), len(chunk) + 1 if len(chunk) < 255 else 0))
        known = self._shared.setdefault(known, known)  # few kinds, so that they stay in the cache
        if len(self) < self._limit and len(chunk) < 60:
            self[chunk] = known
        return known


def _lengths(chunk: str) -> list[int]:
    """Length of each token of a chunk, with the white space around it and the space it ends in."""
    starts = [match.start() for match in _TOKEN.finditer(chunk.rstrip(_BLANK))]
    return [stop - start for start, stop in pairwise([0, *starts[1:], len(chunk) + 1])]


def _may_quote(chunk: str, at: int) -> bool:
    """Whether a mark stands at `at`, and no apostrophe inside a word."""
    if chunk[at] in "’'`":
        return not (at and chunk[at - 1].isalnum() and chunk[at + 1 : at + 2].isalnum())
    return chunk[at] in '“”„"«»‹›‘'


class Tokens:
    """The tokens of a text: ``starts[i]`` is where token i begins, ``tags[i]`` what it is.

    `marks` are the tokens that begin with what may be a quotation mark.
    """

    __slots__ = ("marks", "starts", "tags", "text")

    def __init__(self, text: str, starts: list[int], tags: str, marks: list[int]) -> None:
        self.text = text
        self.starts = starts
        self.tags = tags
        self.marks = marks

    def places(self) -> list[int]:
        """Return the characters at which quotation marks may stand, in order."""
        text, starts = self.text, self.starts
        places = []
        for index in self.marks:
            at = starts[index]
            while text[at].isspace():
                at += 1
            places.append(at)
        return places

    def word(self, index: int) -> str:
        """Return token `index` as written."""
        return self.text[self.starts[index] : self.starts[index + 1]].rstrip()

    def end(self, index: int) -> int:
        """Return where token `index` ends, without the white space after it."""
        stop = self.starts[index + 1]
        last = self.text[stop - 1 : stop]
        if last == " " and self.text[stop - 2].isalnum():
            return stop - 1
        if last.isalnum():
            return stop
        return self.starts[index] + len(self.word(index))


def tokenize(text: str, chunks: Chunks) -> Tokens:
    """Cut a text into tokens and tag them.

    White space belongs to the token before it, so that offsets are running sums, up to two
    spaces or line ends; what is left of more is a token of its own with the tag ``k``.

    Examples
    --------
    >>> from framing.voice.words import vocabulary
    >>> tokens = tokenize("Mr. Ortiz's aide said so.", Chunks(vocabulary()))
    >>> tokens.tags, tokens.word(1)
    ("NN'n6b.", 'Ortiz')
    """
    folded = text
    for mark, space in _FOLD:
        folded = folded.replace(mark, space)
    pieces = folded.replace("  ", _BLANK + " ").split(" ")
    entries = b"".join(map(chunks.__getitem__, pieces))
    tags, lengths = entries[::2], entries[1::2]
    if 0 in lengths:
        starts = list(accumulate(chain.from_iterable(map(_lengths, pieces)), initial=0))
    else:
        starts = list(accumulate(lengths, initial=0))
    marks = [match.start() for match in _MARK.finditer(tags)]
    return Tokens(text, starts, tags.translate(_UNMARKED).decode("ascii"), marks)
