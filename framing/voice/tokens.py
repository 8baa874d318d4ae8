"""Tokens: one tag character for each, and their offsets, without an object for each.

Text is cut at spaces; what lies between two spaces (``Trump's`` or ``said,``) is a *chunk* and
may hold several tokens. Tags and lengths of a chunk are worked out once and kept.
"""

from __future__ import annotations

import re
from itertools import accumulate, chain
from operator import itemgetter

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
_Entry = tuple[str, tuple[int, ...]]


class Chunks(dict[str, _Entry]):
    """Tags and token lengths of each chunk, worked out on first sight."""

    def __init__(self, vocabulary: Vocabulary, limit: int = 200_000) -> None:
        super().__init__()
        self.vocabulary = vocabulary
        self._limit = limit
        self._shared: dict[_Entry, _Entry] = {}

    def __missing__(self, chunk: str) -> _Entry:
        tag_of = self.vocabulary.tag
        tags: list[str] = []
        lengths: list[int] = []
        at = 0
        for match in _TOKEN.finditer(chunk):
            if tags:
                lengths.append(match.start() - at)
                at = match.start()
            word = match.group()
            tags.append("k" if word in "-–" and len(chunk) > len(word) else tag_of(word))
        lengths.append(len(chunk) + 1 - at)
        entry = ("".join(tags) or "k", tuple(lengths))
        entry = self._shared.setdefault(entry, entry)  # few kinds, so that they stay in the cache
        if len(self) < self._limit and len(chunk) < 60:
            self[chunk] = entry
        return entry


class Tokens:
    """The tokens of a text: ``starts[i]`` is where token i begins, ``tags[i]`` what it is."""

    __slots__ = ("starts", "tags", "text")

    def __init__(self, text: str, starts: list[int], tags: str) -> None:
        self.text = text
        self.starts = starts
        self.tags = tags

    def word(self, index: int) -> str:
        """Return token `index` as written."""
        return self.text[self.starts[index] : self.starts[index + 1]].rstrip()

    def end(self, index: int) -> int:
        """Return where token `index` ends, without the white space after it."""
        return self.starts[index] + len(self.word(index))


def tokenize(text: str, chunks: Chunks) -> Tokens:
    """Cut a text into tokens and tag them.

    White space belongs to the token before it, so that offsets are running sums. An empty
    chunk (a second space) is a token of its own with the tag ``k``.

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
    entries = list(map(chunks.__getitem__, folded.split(" ")))
    tags = "".join(map(itemgetter(0), entries))
    starts = list(accumulate(chain.from_iterable(map(itemgetter(1), entries)), initial=0))
    return Tokens(text, starts, tags)
