"""How much of one text stands in another: runs of six words, counted for all pairs at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

__all__ = ["RUN", "Shared", "shared_runs"]

RUN = 6
"""Words of a shingle: shorter runs are everybody's phrases."""

_COMMON = 60
_ROWS = 20
_BATCH = 250_000
_KEYS = 1_000_000
_BLOCK = 2048
_FEW = 500
_SAMPLED = 4
_BASE = 0x9E3779B97F4A7C15


class Shared(NamedTuple):
    """Pairs of texts of one group that share a run of words: places, left before right.

    `share` is the part of the shorter text's runs that the other one has.
    """

    left: Any
    right: Any
    share: Any


def shared_runs(
    texts: Sequence[str], groups: Sequence[int], *, least: float, words: int = RUN
) -> Shared:
    """Find the pairs of texts of one group of which the shorter stands in the other.

    Every text is its set of runs of six words (letters and digits in lower case, hashed), and a
    pair's share is |A ∩ B| / min(|A|, |B|). Runs that more than 60 texts of a group have are its
    phrases, not copy, and pair nobody, so that cost grows with the copies and not with the square
    of the articles.

    Parameters
    ----------
    texts : sequence of str
    groups : sequence of int
        Only texts of one group are compared.
    least : float
        Pairs with a smaller share are left out.
    words : int
        Texts with fewer words have no runs.

    Examples
    --------
    >>> one = "The ferry sank off the bay on Monday night."
    >>> found = shared_runs([one, "It rained.", one + " It had left late."], [0, 0, 0], least=0.5)
    >>> found.left.tolist(), found.right.tolist(), found.share.tolist()
    ([0], [2], [1.0])
    """
    import numpy as np

    if len(texts) < _FEW:
        return _shared(texts, groups, least, words, 1)
    # A quarter of the runs tells which texts are worth a look; those are compared by all of them.
    near = _shared(texts, groups, least / 2, words, _SAMPLED)
    some = np.unique(np.concatenate([near.left, near.right]))
    found = _shared([texts[i] for i in some], [groups[i] for i in some], least, words, 1)
    return Shared(some[found.left], some[found.right], found.share)


def _shared(
    texts: Sequence[str], groups: Sequence[int], least: float, words: int, one_in: int
) -> Shared:
    """Find the pairs by all of their runs, or by one in so many."""
    import numpy as np

    parts = [_paired(keys, rows, least) for keys, rows in _portions(texts, groups, words, one_in)]
    left, right, share = (
        np.concatenate([np.zeros(0, dtype=kind), *(part[i] for part in parts)])
        for i, kind in enumerate((np.int64, np.int64, np.float64))
    )
    return Shared(left, right, share)


def _portions(
    texts: Sequence[str], groups: Sequence[int], words: int, one_in: int
) -> Iterator[tuple[Any, Any]]:
    """Yield the runs of whole groups, some millions at a time, and the texts they are of.

    A run is one number: its hash and its group's above, the place of its text below.
    """
    import numpy as np

    order = sorted(range(len(texts)), key=lambda i: groups[i])
    found: list[Any] = []
    rows: list[int] = []
    held, batch, size = 0, [], 0
    for number, i in enumerate(order):
        batch.append(texts[i])
        size += len(texts[i])
        rows.append(i)
        last = number + 1 == len(order)
        ends = last or groups[order[number + 1]] != groups[i]
        full = ends and (last or held >= _KEYS or len(rows) >= 2**_ROWS // 2)
        if size >= _BATCH or full:
            of_group = [groups[row] for row in rows[len(rows) - len(batch) :]]
            found.append(_keys(batch, len(rows) - len(batch), of_group, words, one_in))
            held += len(found[-1])
            batch, size = [], 0
        if full:
            yield np.concatenate(found), np.array(rows)
            found, rows, held = [], [], 0


@cache
def _powers(length: int) -> tuple[Any, Any]:
    """Return the first powers of an odd number and of its inverse, modulo 2⁶⁴."""
    import numpy as np

    found = []
    for base in (_BASE, pow(_BASE, -1, 2**64)):
        factors = np.full(length, base, dtype=np.uint64)
        factors[0] = 1
        found.append(np.cumprod(factors))
    return found[0], found[1]


@cache
def _of_words() -> bytes:
    """Tell for each byte whether words are made of it: letters, digits, all beyond ASCII."""
    return bytes(chr(byte).isalnum() or byte >= 128 for byte in range(256))


def _inside(text: bytes, letters: Any) -> Any:
    """Tell which bytes words are made of; marks of punctuation beyond ASCII are none."""
    import numpy as np

    found = np.frombuffer(bytearray(text.translate(_of_words())), dtype=bool)
    beyond = np.flatnonzero(letters >= 0x80)
    for lead, after, length in ((0xE2, 0x80, 3), (0xC2, 0xA0, 2)):
        at = beyond[letters[beyond] == lead]
        at = at[letters[at + 1] == after]
        for offset in range(length):
            found[at + offset] = False
    return found


def _keys(texts: list[str], first: int, groups: list[int], words: int, one_in: int) -> Any:
    """Return one number per run of each text; the texts are numbered from `first` on."""
    import numpy as np

    coded = [text.encode("utf-8", "replace").lower() for text in texts]
    joined = b" ".join([b"", *coded, b""])
    letters = np.frombuffer(joined, dtype=np.uint8)
    inside = _inside(joined, letters)
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    starts, ends = edges[::2], edges[1::2]
    last = np.searchsorted(starts, np.cumsum([len(codes) + 1 for codes in coded]), side="right")
    many = np.diff(last, prepend=0)
    of = np.repeat(np.arange(len(texts)), many)
    kept = (of[: 1 - RUN] == of[RUN - 1 :]) & np.repeat(many >= words, many)[: 1 - RUN]
    if one_in > 1:
        hashed = _rough(letters, starts, ends)
        begin = np.flatnonzero(kept & (hashed % np.uint64(one_in) == 0))
        hashed = hashed[begin]
    else:
        begin = np.flatnonzero(kept)
        hashed = _exact(letters[inside], ends - starts, begin)
    hashed = (hashed ^ np.array(groups, dtype=np.uint64)[of[begin]]) * np.uint64(_BASE)
    hashed ^= hashed >> np.uint64(31)
    place = (of[begin] + first).astype(np.uint64)
    return (hashed << np.uint64(_ROWS)) | place


def _exact(letters: Any, lengths: Any, begin: Any) -> Any:
    """Hash the runs that begin at some words, by the letters of words alone.

    The hash is a polynomial over the letters, taken as the difference of two prefix sums: whatever
    stands between words does not enter.
    """
    import numpy as np

    edges = np.concatenate([[0], np.cumsum(lengths)])
    powers, inverses = _powers(1 << (len(letters) + 1).bit_length())
    sums = np.zeros(len(letters) + 1, dtype=np.uint64)
    np.cumsum((letters.astype(np.uint64) + np.uint64(1)) * powers[: len(letters)], out=sums[1:])
    low, high = edges[begin], edges[begin + RUN]
    return (sums[high] - sums[low]) * inverses[low]


def _rough(letters: Any, starts: Any, ends: Any) -> Any:
    """Hash every run by the lengths and the first and last letters of its words.

    Equal runs have equal hashes, and those of others seldom do, in half the time.
    """
    import numpy as np

    words = (ends - starts).astype(np.uint64) << np.uint64(16)
    words |= letters[starts].astype(np.uint64) << np.uint64(8)
    words |= letters[ends - 1]
    runs = max(len(words) - RUN + 1, 0)
    found = words[:runs].copy()
    for place in range(1, RUN):
        found *= np.uint64(_BASE)
        found += words[place : place + runs]
    found ^= found >> np.uint64(29)
    return found * np.uint64(_BASE) >> np.uint64(7)


def _paired(keys: Any, rows: Any, least: float) -> tuple[Any, Any, Any]:
    """Count what each two texts share: their places, and the share of the shorter one's runs."""
    import numpy as np
    from scipy.sparse import csr_matrix

    keys.sort()
    keys = keys[np.diff(keys, prepend=keys[:1] + np.uint64(1)) != 0]
    of = (keys & np.uint64(2**_ROWS - 1)).astype(np.int32)
    sizes = np.bincount(of, minlength=len(rows))
    keys >>= np.uint64(_ROWS)
    first = np.flatnonzero(np.diff(keys, prepend=keys[:1] + np.uint64(1)))
    many = np.diff(np.append(first, len(keys)))
    told = np.flatnonzero((many > 1) & (many <= _COMMON))
    row = of[np.repeat((many > 1) & (many <= _COMMON), many)]
    run = np.repeat(np.arange(len(told)), many[told])
    cells = csr_matrix((np.ones(len(row), np.int32), (row, run)), shape=(len(rows), len(told)))
    parts = []
    for start in range(0, len(rows), _BLOCK):
        both = (cells[start : start + _BLOCK] @ cells.T).tocoo()
        left, right = both.row + start, both.col
        ahead = left < right
        left, right, shared = left[ahead], right[ahead], both.data[ahead]
        share = shared / np.maximum(np.minimum(sizes[left], sizes[right]), 1)
        much = share >= least
        ends = np.sort(np.stack([rows[left[much]], rows[right[much]]]), axis=0)
        parts.append((ends[0], ends[1], share[much]))
    return tuple(np.concatenate([part[i] for part in parts]) for i in range(3))  # type: ignore[return-value]  # three arrays
