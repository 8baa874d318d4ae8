"""Words with which names of laws, bodies and works begin and end, and small words of titles."""

from __future__ import annotations

__all__ = ["NAME_ENDS", "NAME_LEADS", "SMALL_IN_TITLES"]

NAME_ENDS = frozenset(
    "Act Alliance Association Award Awards Blog Bureau Caucus Center Centre Club Coalition College "
    "Commission Conference Festival Foundation Fund Inc Initiative Institute Institution League "
    "Magazine Museum Network Office PAC Prize Project Society Summit Survey Treaty Trust "
    "University Watch".split()
)
"""What ends the name of a law, a body, a meeting or a work: "the Fair Harvest *Act*"."""
NAME_LEADS = frozenset(
    "Agency Alliance Association Bureau Campaign Center Centre Church Citizens Coalition "
    "Commission Committee Convention Council Declaration Federation Foundation Fund Group "
    "Institute League Mothers Movement Museum Network Office Partnership Program Project Society "
    "Union".split()
)
"""What such a name begins with, before "of", "for", "on", "against" or "to"."""
SMALL_IN_TITLES = frozenset(
    "a an the of in on for and or nor but to with by at from as vs via into over per".split()
)
"""Words that a title in capitals writes small."""
