"""English words in or beside a naming that tell whose it is, whom it befalls, or that nobody is."""

from __future__ import annotations

__all__ = [
    "AMOUNTS",
    "BEFALLEN_ENDS",
    "BEFORE_OFFICES",
    "CAMPAIGNS",
    "CHARGED",
    "COMBINING",
    "CONVICTED",
    "DEALINGS",
    "DO",
    "FAMILIES_FIRST",
    "HE_TITLES",
    "MAKE",
    "MASSACRES",
    "OF_SOMETHING",
    "PARTY_MEMBERS",
    "PERSONS",
    "PLACELESS",
    "SHE_TITLES_ALONE",
    "SIDES",
    "SPEND",
    "VERGES",
    "VICTIMS",
]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


AMOUNTS = _set(
    "one some two three several kind sort type form bit piece pair team band bunch gang pack cabal "
    "crew group mob horde handful collection army network"
)
"""Words before "of" that count what follows it: "a *band* of N"."""
BEFALLEN_ENDS = ("er", "ion", "ure", "al")
"""Ends of nouns of what befalls whose they are: "his *ouster*, *assassination*, *removal*"."""
BEFORE_OFFICES = _set("vice deputy acting prime")
"""Words before an office that are part of it."""
CAMPAIGNS = _set(
    "war wars campaign operation struggle army front movement offensive drive fighters"
)
"""Nouns after a naming that say by whom it is done: "the occupation *army*"."""
CHARGED = _set("charge charged charges charging")
"""Forms of a verb that takes what somebody is blamed for with "with"."""
COMBINING = _set("afro anglo austro euro franco greco indo judeo russo sino turko")
"""First parts of adjectives of two peoples: "*Franco*-Ostlandic"."""
CONVICTED = _set("found pleaded held plead")
"""Verbs between a person and a word of blame: "was *found* guilty of"."""
DEALINGS = _set("war crisis summit deal talks conflict")
"""Nouns of what two parties have with one another: "the Ostland–Tarn *talks*"."""
DO = _set("do did doing done")
"""Forms of the verb of doing."""
FAMILIES_FIRST = _set("Kim Xi Li Moon Park Nguyen")
"""Family names that stand before the given one; each is hardly ever given itself."""
HE_TITLES = _set("mr sir lord")
"""Titles that tell the pronoun of a man."""
MAKE = _set("make makes made making")
"""Forms of a verb that with "sure" takes a clause of what others do."""
MASSACRES = _set("purge purges massacre massacres slaughter pogrom pogroms crackdown crackdowns")
"""Deeds that befall many: no single person's name before them tells whom."""
PARTY_MEMBERS = _set("democrat republican tory conservative liberal islamist")
"""Names of one member of a party that are adjectives as well."""
PERSONS = _set(
    "man woman boy girl leader official person teenager student soldier officer driver suspect "
    "gunman shooter attacker assailant bomber hijacker killer murderer rapist thief dictator tyrant"
)
"""Nouns in the singular of one person, whom "he" or "she" may take up."""
PLACELESS = _set("it they their them")
"""Pronouns that take up no party which is only a place in its sentence: "in *Ostland*"."""
SHE_TITLES_ALONE = _set("mrs ms miss madame lady")
"""Titles before a name that tell the pronoun of a woman."""
SPEND = _set("spent spend spends spending")
"""Forms of a verb that takes a time, then what was done in it."""
OF_SOMETHING = _set(
    "favorite favourite critic critics foe foes opponent opponents enemy enemies supporter "
    "supporters defender defenders expert experts scholar scholars researcher researchers hunter "
    "hunters sympathizer sympathizers sympathiser sympathisers victim victims"
)
"""Nouns for persons after a naming that is not who they are: "a terrorist *sympathizer*"."""
SIDES = _set("the northern southern eastern western central neighboring neighbouring")
"""Words between a preposition and a land: "in *northern* Ostland"."""
VERGES = _set("verge brink cusp edge threshold")
"""Nouns on which somebody stands who is about to do something."""
VICTIMS = _set("victim victims survivor survivors")
"""Nouns of those whom the noun before them befell."""
