"""The automaton that looks for many literals at once, in the form that suits their number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import ahocorasick_rs

__all__ = ["searcher"]

_MOST_IN_TABLE = 60_000


def searcher(
    literals: Sequence[str], *, table: bool | None = None
) -> Callable[..., list[tuple[int, int, int]]]:
    """Return a function that finds literals in a text, overlapping, by the order of their ends.

    Up to about 4,000 literals a full transition table fits the processor's cache and is nearly
    twice as fast as ahocorasick_rs's own choice; with more it is slower and large
    (``tests/benchmarks/matching.py`` measures both sides).
    """
    if table is None:
        table = sum(len(literal) for literal in literals) <= _MOST_IN_TABLE
    implementation: Any = ahocorasick_rs.Implementation
    kind = implementation.DFA if table else implementation.ContiguousNFA
    automaton = ahocorasick_rs.AhoCorasick(list(literals), implementation=kind)
    return partial(automaton.find_matches_as_indexes, overlapping=True)
