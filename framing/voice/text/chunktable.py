"""The tokens of several texts at once: all their chunks are looked up in one table of numbers.

A chunk's number is made of its letters, the sum of ``letter * base**place`` modulo 2**64, and of
its length, so that NumPy has those of all chunks from running sums. Two chunks, each of fewer than
60 letters, have the same number by a chance of one in 10**19.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Final, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from framing.voice.text.sought import kind_of
from framing.voice.text.tokens import (
    BEYOND,
    KEPT,
    Chunks,
    Tokens,
    blanked,
    lowered,
    spaced,
    tokenize,
)

__all__ = ["ChunkTable"]

_Numbers: TypeAlias = NDArray[np.uint64]
_Places: TypeAlias = NDArray[np.int64]
_Letters: TypeAlias = NDArray[np.uint32]
_Words: TypeAlias = NDArray[np.object_]

_FEWEST, _MOST = 1_500, 1 << 18  # letters; of fewer NumPy makes more work than it saves
_BASE: Final = 0x9E3779B97F4A7C15
_SPREAD: Final = 0xD6E8FEB86659FD93
_BITS = 64
_EVERY = (1 << _BITS) - 1
_UNKNOWN = 0  # the kind of chunks that the table does not hold
_MARKED, _TAG = 0x80, 0x7F


class ChunkTable:
    """The kinds of chunks by their numbers; chunks of one kind are cut into the same tokens.

    Parameters
    ----------
    chunks
        What is known of single chunks, of which the table is filled.
    limit
        How many chunks are held.
    """

    def __init__(self, chunks: Chunks, limit: int = 200_000) -> None:
        self.chunks = chunks
        self._limit = limit
        self._lock = threading.Lock()
        self._held = 0
        self._slots = 14  # as a power of two
        self._numbers: _Numbers = np.zeros(1 << self._slots, np.uint64)
        self._kinds = np.zeros(1 << self._slots, np.int32)
        self._cuts = _Cuts()
        self._powers = _powers(_BASE)
        self._inverses = _powers(pow(_BASE, -1, 1 << _BITS))

    def tokenize(self, texts: Sequence[str]) -> list[Tokens]:
        """Cut texts into tokens, each as `tokens.tokenize` cuts it."""
        if not _FEWEST < sum(map(len, texts)) + len(texts) <= _MOST:
            return [tokenize(text, self.chunks) for text in texts]
        parts = list(map(spaced, texts))
        letters, begins, ends = _chunks_of(joined := " ".join(parts))
        if (begins == ends).any():  # two spaces, or a text that begins or ends with one
            letters, begins, ends = _chunks_of(joined := " ".join(map(blanked, parts)))
        kinds = self._kinds_of(joined, letters, begins, ends)
        counts = self._cuts.counts[kinds]
        bounds = np.append(0, np.cumsum(counts))
        at = np.repeat(self._cuts.firsts[kinds] - bounds[:-1], counts) + np.arange(bounds[-1])
        last = np.cumsum([len(text) + 1 for text in texts])
        return self._apart(texts, at, bounds[np.searchsorted(begins, last)])

    def _apart(self, texts: Sequence[str], at: _Places, edges: _Places) -> list[Tokens]:
        """Give each text its tokens, up to its edge; one with unknown chunks is cut by itself."""
        tags, lengths, sizes, kinds = self._cuts.tokens[at].view(np.uint8).reshape(-1, 4).T
        starts = np.append(0, np.cumsum(lengths, dtype=np.int64))
        marks = np.flatnonzero(tags & _MARKED)
        letters, widths = (tags & _TAG).tobytes().decode("ascii"), sizes.tobytes()
        sought, words = kinds.tobytes().decode("ascii"), self._cuts.words[at]
        alone = set(np.searchsorted(edges, np.flatnonzero(lengths == 0), "right").tolist())
        found = []
        first = low = 0
        bounds = zip(edges.tolist(), np.searchsorted(marks, edges).tolist(), strict=True)
        for number, (stop, high) in enumerate(bounds):
            if number in alone:
                found.append(tokenize(texts[number], self.chunks))
            else:
                begun = (starts[first : stop + 1] - starts[first]).tolist()
                marked = (marks[low:high] - first).tolist()
                lower = words[first:stop].tolist()
                lower += BEYOND
                kept = widths[first:stop], letters[first:stop], lower, sought[first:stop]
                found.append(Tokens(texts[number], begun, *kept, marked))
            first, low = stop, high
        return found

    def _kinds_of(
        self, joined: str, letters: _Letters, begins: _Places, ends: _Places
    ) -> NDArray[np.int32]:
        """Return the kind of every chunk, after learning those met for the first time."""
        sums = np.zeros(len(letters) + 1, np.uint64)
        np.cumsum(letters * self._powers[: len(letters)], out=sums[1:])
        numbers = (sums[ends] - sums[begins]) * self._inverses[begins]
        numbers ^= self._powers[ends - begins]
        kinds = self._look_up(numbers)
        unknown = np.flatnonzero(kinds == _UNKNOWN)
        if len(unknown) and self._held < self._limit:
            with self._lock:
                for at, number in zip(unknown.tolist(), numbers[unknown].tolist(), strict=True):
                    self._learn(joined[begins[at] : ends[at]], number)
            kinds = self._look_up(numbers)
        return kinds

    def _look_up(self, numbers: _Numbers) -> NDArray[np.int32]:
        """Return the kind of each number, which stands in its slot or in one of the next."""
        held, slots = self._numbers, _slots(numbers, self._slots)
        kinds = self._kinds[slots]
        others = np.flatnonzero(held[slots] != numbers)
        while len(others):
            others = others[held[slots[others]] != 0]  # the rest has no slot: kind 0, unknown
            slots[others] = (slots[others] + 1) % len(held)
            kinds[others] = self._kinds[slots[others]]
            others = others[held[slots[others]] != numbers[others]]
        return kinds

    def _learn(self, chunk: str, number: int) -> None:
        """Keep what kind of chunk it is, unless it is long, for hardly one such comes twice."""
        tokens = self.chunks[chunk]
        if len(chunk) >= KEPT or self._held >= self._limit or not number:
            return
        self._hold(number, self._cuts.kind_of(chunk, tokens))
        self._held += 1
        if 3 * self._held > len(self._numbers):
            held, kinds = self._numbers.tolist(), self._kinds.tolist()
            self._slots += 1
            self._numbers = np.zeros(1 << self._slots, np.uint64)
            self._kinds = np.zeros(1 << self._slots, np.int32)
            for known, kind in zip(held, kinds, strict=True):
                if known:
                    self._hold(known, kind)

    def _hold(self, number: int, kind: int) -> None:
        """Put a number into its slot, or into the next that is free."""
        at = (number * _SPREAD & _EVERY) >> (_BITS - self._slots)
        while self._numbers[at] and self._numbers[at] != number:
            at = (at + 1) % len(self._numbers)
        self._kinds[at], self._numbers[at] = kind, number


class _Cuts:
    """The tokens of each kind of chunk: ``tokens[firsts[kind]:][:counts[kind]]``, four bytes each.

    They are a token's tag, its length and its size as in `Chunks`, and its kind of `Sought`;
    `words` has the same tokens in lower case. Chunks that differ but in capitals are of one kind
    where their tags agree. The kind `_UNKNOWN` has one token without length.
    """

    def __init__(self) -> None:
        self.firsts: _Places = np.zeros(1 << 10, np.int64)
        self.counts: _Places = np.ones(1 << 10, np.int64)
        self.tokens: _Letters = np.zeros(1 << 10, np.uint32)
        self._filled = 1
        self.words: _Words = np.full(1 << 10, "", np.object_)
        self._kinds: dict[tuple[bytes, str], int] = {(b"", ""): _UNKNOWN}

    def kind_of(self, chunk: str, cut: bytes) -> int:
        """Return the kind of a chunk, of which `Chunks` says how it is cut."""
        known = self._kinds.get((cut, chunk.lower()))
        if known is not None:
            return known
        kind, count = len(self._kinds), len(cut) // 3
        while kind >= len(self.firsts):
            self.firsts, self.counts = _doubled(self.firsts), _doubled(self.counts)
        while self._filled + count > len(self.tokens):
            self.tokens, self.words = _doubled(self.tokens), _doubled(self.words)
        self.firsts[kind], self.counts[kind] = self._filled, count
        words = lowered(chunk, cut)
        kinds = [ord(kind_of(word)) for word in words]
        of_each = zip(cut[::3], cut[1::3], cut[2::3], kinds, strict=True)
        self.tokens[self._filled : self._filled + count] = [
            tag | length << 8 | size << 16 | sought << 24 for tag, length, size, sought in of_each
        ]
        self.words[self._filled : self._filled + count] = words
        self._filled += count
        self._kinds[cut, chunk.lower()] = kind
        return kind


def _chunks_of(joined: str) -> tuple[_Letters, _Places, _Places]:
    """Return the letters of a text as numbers, and where each of its chunks begins and ends."""
    letters = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
    ends = np.append(np.flatnonzero(letters == ord(" ")), len(letters))
    return letters, np.append(0, ends[:-1] + 1), ends


def _slots(numbers: _Numbers, bits: int) -> _Places:
    """Return the slot of each number among ``2**bits``."""
    return ((numbers * np.uint64(_SPREAD)) >> np.uint64(_BITS - bits)).astype(np.int64)


def _powers(base: int) -> _Numbers:
    """Return the first powers of a number, modulo 2**64."""
    factors = np.full(_MOST, base, np.uint64)
    factors[0] = 1
    return np.cumprod(factors)


_Array = TypeVar("_Array", _Places, _Letters, _Words)


def _doubled(array: _Array) -> _Array:
    """Return an array with as much room again."""
    return np.concatenate((array, np.zeros_like(array)))
