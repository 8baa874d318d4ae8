"""Whether a form before "to" is a verb and no participle: "Venn claimed to have been there"."""

from __future__ import annotations

from framing.voice.text.tagpatterns import pattern
from framing.voice.text.tags import Tag, Tags
from framing.voice.text.vocabulary import INFINITIVE, Verb
from framing.voice.verbs.unitreader import UnitReader

__all__ = ["claims_to"]

_MAIN_VERB = pattern("<aux|says|wrote>")
_INFINITIVE = pattern("<to> <aux|adv>*")


def claims_to(reader: UnitReader, verb: Verb, at: int, stop: int) -> bool:
    """Whether who stands before a form claims to do something, as no other verb follows."""
    mask = reader.mask
    if not verb.frames & INFINITIVE or mask[at - 1] not in Tags.NOMINAL:
        return False
    verbs = _INFINITIVE.match(mask, stop, reader.end)
    if mask[at - 1] == Tag.NAME or verbs is None:
        return True
    main = _MAIN_VERB.search(mask, verbs.end(), reader.end)
    if main is None:
        return True  # but "forces claimed to hold the port were there"
    return not set(mask[stop : main.start()]).isdisjoint(Tags.OPENS_CLAUSE)
