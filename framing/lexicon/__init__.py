"""Lexicons: files of concepts, variants and their sources; checks, forms, foreign formats.

What needs YAML (checking, writing, foreign formats) is imported when it is first asked for:
shipped lexicons come from the cache without it.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from framing.lexicon.classes import word_classes
from framing.lexicon.inmemory import lexicon_from_mapping, read_lexicon_text
from framing.lexicon.lexiconrecords import (
    Citation,
    Concept,
    Counted,
    Finding,
    Lexicon,
    Office,
    PartyFacts,
    Ruling,
    SlotRule,
    Source,
    Variant,
)
from framing.lexicon.loading import Lexicons, lexicon_paths, load_lexicon, load_lexicons, shipped
from framing.lexicon.parties import Targets, load_targets, nations, party_lexicons, party_words
from framing.lexicon.symmetry import audit, directions, directions_table

if TYPE_CHECKING:
    from framing.lexicon.checking import check_lexicon
    from framing.lexicon.formats import write_lexicon
    from framing.lexicon.yamlwriting import lexicon_to_yaml

__all__ = [
    "Citation",
    "Concept",
    "Counted",
    "Finding",
    "Lexicon",
    "Lexicons",
    "Office",
    "PartyFacts",
    "Ruling",
    "SlotRule",
    "Source",
    "Targets",
    "Variant",
    "audit",
    "check_lexicon",
    "directions",
    "directions_table",
    "lexicon_from_mapping",
    "lexicon_paths",
    "lexicon_to_yaml",
    "load_lexicon",
    "load_lexicons",
    "load_targets",
    "nations",
    "party_lexicons",
    "party_words",
    "read_lexicon_text",
    "shipped",
    "word_classes",
    "write_lexicon",
]

_LATER = {"check_lexicon": "checking", "lexicon_to_yaml": "yamlwriting", "write_lexicon": "formats"}


def __getattr__(name: str) -> Any:
    """Import what is rarely needed when it is first asked for."""
    if name in _LATER:
        return getattr(importlib.import_module(f"framing.lexicon.{_LATER[name]}"), name)
    raise AttributeError(f"module 'framing.lexicon' has no attribute {name!r}")
