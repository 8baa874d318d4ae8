"""Outlets side by side: naming choices, differences within events, and what may be said of them."""

from __future__ import annotations

from framing.comparison.comparing import compare
from framing.comparison.comparisonresult import Comparison
from framing.comparison.declared import Primary
from framing.comparison.namingtable import SCOPES
from framing.comparison.queries import Part, Query, Sentence
from framing.comparison.reproducing import Reproduction, reproduce
from framing.comparison.settings import NO_OUTLET, Settings

__all__ = [
    "NO_OUTLET",
    "SCOPES",
    "Comparison",
    "Part",
    "Primary",
    "Query",
    "Reproduction",
    "Sentence",
    "Settings",
    "compare",
    "reproduce",
]
