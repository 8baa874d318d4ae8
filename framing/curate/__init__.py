"""Work on words: concordances, style guides, and what no lexicon lists yet."""

from __future__ import annotations

from framing.curate.concordance import concordance, concordance_lines
from framing.curate.coverage import Coverage, lexicon_coverage
from framing.curate.style import guides, style_check
from framing.curate.suggestion import draft_yaml, suggest_variants

__all__ = [
    "Coverage",
    "concordance",
    "concordance_lines",
    "draft_yaml",
    "guides",
    "lexicon_coverage",
    "style_check",
    "suggest_variants",
]
