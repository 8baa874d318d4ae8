"""Work on words: concordances, style guides, and what no lexicon lists yet."""

from __future__ import annotations

from framing.curate.attestation import attested_forms, form_uses, measured_uses
from framing.curate.discovery import discover_namings
from framing.curate.incontext import concordance, concordance_lines
from framing.curate.lexiconcoverage import Coverage, lexicon_coverage
from framing.curate.styleguides import guides, style_check
from framing.curate.suggestion import draft_yaml, suggest_variants

__all__ = [
    "Coverage",
    "attested_forms",
    "concordance",
    "concordance_lines",
    "discover_namings",
    "draft_yaml",
    "form_uses",
    "guides",
    "lexicon_coverage",
    "measured_uses",
    "style_check",
    "suggest_variants",
]
