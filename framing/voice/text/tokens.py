"""Tokens: one tag character for each, and their offsets, without an object for each.

Text is cut at spaces; what lies between two spaces (``Trump's`` or ``said,``) is a *chunk* and
may hold several tokens. Tags and lengths of a chunk are worked out once and kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain
from typing import NamedTuple

from framing.language.clitics import NAME_CLITICS, TWO_WORDS
from framing.language.languages import ENGLISH
from framing.language.quotemarks import ALL_MARKS
from framing.voice.text.apostrophes import SPLIT_WORD
from framing.voice.text.sought import kind_of
from framing.voice.text.tags import Tag
from framing.voice.text.vocabulary import Vocabulary

__all__ = [
    "BEYOND",
    "KEPT",
    "Chunks",
    "Tokens",
    "blanked",
    "folded",
    "lowered",
    "spaced",
    "tokenize",
]

_CLITICS = "|".join((*ENGLISH.apostrophes.clitics, "S"))
# A stop inside a word, unless a space was lost behind it ("said.The", but "Amazon.Com").
_STOP_INSIDE = rf"\.(?!(?<=[a-z]{{3}}\.)(?!(?:{'|'.join(ENGLISH.boundaries.web_endings)})\b)[A-Z])"
_TOKEN = re.compile(
    rf"(?:{'|'.join(ENGLISH.shortened)})\.(?=\W|$)"
    r"|(?:[A-Z]\.){1,6}(?:-[^\W_]+)*(?=[\W]|$)"
    r"|[$£€]?[0-9]+(?:[.,:/][0-9]+)*[^\W_]*%?(?:[-–][^\W_]+)*"
    rf"|[#@]?[^\W_]+(?:(?:[-&/@\x02]|{_STOP_INSIDE}|[’']\x02?(?!(?:{_CLITICS})\b))[^\W_]+)*"
    rf"|[’']\x02?(?:{_CLITICS})\b|^(?:{'|'.join(NAME_CLITICS)})$|''|``|\.\.+|--+|\S"
)
_FOLD = (("\n", " "), ("\u00a0", " "), ("\t", " "), ("\r", " "), ("\u2009", " "), ("\u202f", " "))
BEYOND = ("",) * 8  # what rules find where a text has ended before a word: "A man described as"
KEPT = 60  # characters; longer chunks are not kept, for hardly one comes twice
_BLANK = "\x01"  # the first of two spaces, which belongs to the word before it
_LOST = "\x02"  # a space inside a word: "it’ s", "can’ t", as some sets of articles have them
_JOINED_WORDS = TWO_WORDS.replace(" ", _LOST)
_MARK = re.compile(b"[\x80-\xff]")
_UNMARKED = bytes(range(128)) * 2  # a tag without the bit that tells of a mark


class Chunks(dict[str, bytes]):
    """The tokens of each chunk, worked out on first sight, three bytes for each.

    The first is its tag, with the highest bit set where it begins with a quotation mark or an
    apostrophe, but for one inside a word ("Trump's"); the second its length with the white space
    after it, or 0 where no byte holds that; the third its length without.
    """

    def __init__(self, vocabulary: Vocabulary, limit: int = 200_000) -> None:
        super().__init__()
        self.vocabulary = vocabulary
        self._limit = limit
        self._shared: dict[bytes, bytes] = {}

    def __missing__(self, chunk: str) -> bytes:
        tag_of = self.vocabulary.tag
        written = chunk.rstrip(_BLANK)
        entry = bytearray()
        for token in _cut(chunk):
            word = chunk[token.start : token.start + token.size].lstrip().replace(_LOST, "")
            tag = Tag.ASIDE if not word or (word in "-–" and written != word) else tag_of(word)
            if word in NAME_CLITICS:
                tag = Tag.NOUN  # as are "van" and "de"
            elif word in ("’", "'") and chunk[token.start - 1 : token.start] in ("s", "S"):
                tag = (
                    Tag.POSSESSIVE
                )  # "the dockers' strike", unless it turns out to close a quotation
            mark = 0x80 if word and word[0] in ALL_MARKS and not _in_word(chunk, token.start) else 0
            length, size = token[1:] if token.length < 256 else (0, 0)
            entry += bytes((ord(tag) | mark, length, size))
        known = self._shared.setdefault(bytes(entry), bytes(entry))  # few kinds, kept in the cache
        if len(self) < self._limit and len(chunk) < KEPT:
            self[chunk] = known
        return known


def _in_word(chunk: str, at: int) -> bool:
    """Whether an apostrophe stands between two letters or figures."""
    return (
        at > 0
        and chunk[at] in "’'"
        and chunk[at - 1].isalnum()
        and chunk[at + 1 : at + 2].isalnum()
    )


class _Cut(NamedTuple):
    """A token of a chunk: where it starts, its length with the white space after it, without."""

    start: int
    length: int
    size: int


def _cut(chunk: str) -> list[_Cut]:
    """Cut a chunk, which a space follows, into its tokens; one without any is one token."""
    spans = [match.span() for match in _TOKEN.finditer(chunk.rstrip(_BLANK))] or [(0, 0)]
    starts = [0, *(start for start, _ in spans[1:]), len(chunk) + 1]
    return [
        _Cut(start, following - start, stop - start)
        for start, following, (_, stop) in zip(starts, starts[1:], spans, strict=False)
    ]


def lowered(chunk: str, cut: bytes) -> list[str]:
    """Return the tokens of a chunk in lower case, after what `Chunks` says of it."""
    words, at = [], 0
    for length, size in zip(cut[1::3], cut[2::3], strict=True):
        words.append(chunk[at : at + size].replace(_LOST, " ").lower())
        at += length
    return words


class Tokens:
    """The tokens of a text: ``starts[i]`` is where token i begins, ``tags[i]`` what it is.

    ``sizes[i]`` is its length without the white space after it; ``lowered[i]`` is the token in
    lower case, and nothing for some after the last, and ``sought[i]`` tells whether it is a word
    that rules look for by itself; `marks` are the tokens that begin with what may be a quotation
    mark.
    """

    __slots__ = ("lowered", "marks", "sizes", "sought", "starts", "tags", "text")

    def __init__(
        self,
        text: str,
        starts: list[int],
        sizes: Sequence[int],
        tags: str,
        lowered: list[str],
        sought: str,
        marks: list[int],
    ) -> None:
        self.text = text
        self.starts = starts
        self.sizes = sizes
        self.tags = tags
        self.lowered = lowered
        self.sought = sought
        self.marks = marks

    def places(self) -> list[int]:
        """Return the characters at which quotation marks may stand, in order."""
        text, starts = self.text, self.starts
        places = list(map(starts.__getitem__, self.marks))
        if any(map(str.isspace, map(text.__getitem__, places))):  # hardly ever
            for number, at in enumerate(places):
                while text[at].isspace():
                    at += 1
                places[number] = at
        return places

    def seek(self, kind: str) -> Iterator[int]:
        """Find the tokens that are words of a kind of `Sought`, in order."""
        at = self.sought.find(kind)
        while at >= 0:
            yield at
            at = self.sought.find(kind, at + 1)

    def word(self, index: int) -> str:
        """Return token `index` as written, nothing where the text has ended before it."""
        try:
            start, size = self.starts[index], self.sizes[index]
        except IndexError:  # a cut text may end in mid-phrase: "A man described as"
            return ""
        return self.text[start : start + size]

    def end(self, index: int) -> int:
        """Return where token `index` ends, without the white space after it."""
        return self.starts[index] + self.sizes[index]


def folded(text: str) -> str:
    """Return a text, as long as it is, that has a space wherever a chunk ends and nowhere else."""
    return blanked(spaced(text))


def spaced(text: str) -> str:
    """Return a text with a space for each sign of white space, but for those inside a word."""
    for mark, space in _FOLD:
        text = text.replace(mark, space)
    if TWO_WORDS in text:
        text = text.replace(TWO_WORDS, _JOINED_WORDS)
    return SPLIT_WORD.sub("’" + _LOST, text) if "’ " in text else text


def blanked(text: str) -> str:
    """Return a text with the first of two spaces made part of the chunk before it."""
    return text.replace("  ", _BLANK + " ")


def tokenize(text: str, chunks: Chunks) -> Tokens:
    """Cut a text into tokens and tag them.

    White space belongs to the token before it, so that offsets are running sums, up to two
    spaces or line ends; what is left of more is a token of its own with the tag ``k``.

    Examples
    --------
    >>> from framing.voice.text.vocabulary import vocabulary
    >>> tokens = tokenize("Mr. Ortiz's aide said so.", Chunks(vocabulary()))
    >>> tokens.tags, tokens.word(1)
    ("NN'n6b.", 'Ortiz')
    """
    pieces = folded(text).split(" ")
    entries = b"".join(map(chunks.__getitem__, pieces))
    tags, lengths = entries[::3], entries[1::3]
    sizes: Sequence[int] = entries[2::3]
    if 0 in lengths:
        cut = list(chain.from_iterable(map(_cut, pieces)))
        starts = list(accumulate((token.length for token in cut), initial=0))
        sizes = [token.size for token in cut]
    else:
        starts = list(accumulate(lengths, initial=0))
    marks = [match.start() for match in _MARK.finditer(tags)]
    words = [text[at : at + size].lower() for at, size in zip(starts, sizes, strict=False)]
    sought = "".join(map(kind_of, words))
    plain = tags.translate(_UNMARKED).decode("ascii")
    return Tokens(text, starts, sizes, plain, [*words, *BEYOND], sought, marks)
