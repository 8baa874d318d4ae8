"""Finding every naming in a text: one pass, whole words, slots filled from the text."""

from __future__ import annotations

from framing.matching.engine import Matcher
from framing.matching.entries import Entry

__all__ = ["Entry", "Matcher"]
