"""Every form of every variant: what the matcher looks for, worked out once a lexicon."""

from __future__ import annotations

from typing import NamedTuple

from framing.lexicon.inflection import inflect
from framing.lexicon.records import WORD_LISTS, Lexicon, Variant

__all__ = ["Form", "expand", "forms_of"]


class Form(NamedTuple):
    """One form of a variant as it may stand in a text; `part` is the list it came from."""

    text: str
    part: str


def expand(variant: Variant) -> tuple[Form, ...]:
    """Return the forms of one variant, each once, in the order of its lists.

    Examples
    --------
    >>> [form.text for form in expand(Variant("x", nouns=("child",), exact=("war crime",)))]
    ['child', 'children', 'war crime']
    """
    found: dict[str, Form] = {}
    for part in WORD_LISTS:
        for entry in getattr(variant, part):
            for text in inflect(entry, part):
                found.setdefault(text, Form(text, part))
    return tuple(found.values())


def forms_of(lexicon: Lexicon) -> tuple[tuple[tuple[Form, ...], ...], ...]:
    """Return the forms of a lexicon: for each concept, for each of its variants, all forms."""
    return tuple(
        tuple(expand(variant) for variant in concept.variants) for concept in lexicon.concepts
    )
