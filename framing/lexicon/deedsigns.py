"""Which words for a deed speak against its doer, though their first sign is for its sufferer's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framing.lexicon.lexiconrecords import Lexicon

__all__ = ["against_doers"]


def against_doers(lexicons: Iterable[Lexicon]) -> dict[tuple[str, str, str], str]:
    """Return the slot of the doer by (lexicon, concept, variant), where a word is against it.

    `direction` is toward a concept's first slot: of "massacre" the killed, whom it favours. Who
    reads "in favour" beside the word takes that for praise of the deed; a picture says what the
    word does to whoever did it.

    Examples
    --------
    >>> from framing.lexicon import load_lexicons
    >>> against_doers(load_lexicons("killings"))["killings", "mass-killing", "massacre"]
    'killer'
    """
    found = {}
    for lexicon in lexicons:
        for concept in getattr(lexicon, "concepts", ()):
            doers = [slot for slot, rule in concept.slot_rules.items() if rule.role == "agent"]
            first = next(iter(concept.slots), "")
            for variant in concept.variants:
                toward = variant.toward
                against = [slot for slot in doers if toward.get(slot, 0) < 0]
                if toward.get(first, 0) > 0 and against:
                    found[lexicon.id, concept.id, variant.id] = against[0]
    return found
