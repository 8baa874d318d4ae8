"""Work on words: concordances, and what a corpus calls things that no lexicon lists yet."""

from __future__ import annotations

from framing.curate.concordance import concordance, concordance_lines

__all__ = ["concordance", "concordance_lines"]
