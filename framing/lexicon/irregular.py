"""Words whose forms the dictionary and the rules get wrong, found by the 300-word check."""

from __future__ import annotations

__all__ = ["INVARIABLE", "IRREGULAR_NOUNS", "IRREGULAR_VERBS"]

IRREGULAR_NOUNS: dict[str, tuple[str, ...]] = {
    "child": ("children",),
    "passerby": ("passersby",),
}

IRREGULAR_VERBS: dict[str, tuple[str, ...]] = {}

INVARIABLE: frozenset[str] = frozenset()
