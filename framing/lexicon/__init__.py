"""Lexicons: files of concepts, variants and their sources; checks, forms, foreign formats."""

from __future__ import annotations

from framing.lexicon.checking import check_lexicon
from framing.lexicon.classes import word_classes
from framing.lexicon.loading import (
    lexicon_from_mapping,
    lexicon_paths,
    load_lexicon,
    read_lexicon_text,
    shipped,
)
from framing.lexicon.parties import load_targets, nations
from framing.lexicon.records import (
    Citation,
    Concept,
    Finding,
    Lexicon,
    Ruling,
    SlotRule,
    Source,
    Variant,
)
from framing.lexicon.symmetry import audit, directions, directions_table

__all__ = [
    "Citation",
    "Concept",
    "Finding",
    "Lexicon",
    "Ruling",
    "SlotRule",
    "Source",
    "Variant",
    "audit",
    "check_lexicon",
    "directions",
    "directions_table",
    "lexicon_from_mapping",
    "lexicon_paths",
    "load_lexicon",
    "load_targets",
    "nations",
    "read_lexicon_text",
    "shipped",
    "word_classes",
]
