"""Phrases as regular expressions over tag characters (the alphabet is in ``english.py``).

All are atomic or of bounded length, so that none can backtrack over hostile text. Groups are
made atomic with ``(?>…)``; Python before 3.11.5 matches them wrongly where ``++`` follows them.
"""

from __future__ import annotations

import re

__all__ = [
    "ADJUNCTS",
    "CORE",
    "FINITE",
    "NOUN_PHRASE",
    "PREPOSITIONAL",
    "REVERSED_VERB_PHRASE",
    "compiled",
]

# A noun phrase without its prepositional phrases: determiners, modifiers, heads, brackets.
CORE = (
    r"(?:[py]|[de]*+(?>(?:[nN#TDP]|a(?=[nNV#])|V(?=[nN#])|G(?=[nN])|6(?=[nN])|8(?=[nN])"
    r"|[24790](?=[nNo',.:;)]|$)|(?<=[d'])[24]|[24](?=[i&])|G(?=[nN])|“Q*+u?+|'(?=[nNGDT#24“6]))+)(?>(?:k++|\([^()]{0,8}+\))?))"
)
PREPOSITIONAL = rf"(?:[iogt]{CORE})"
NOUN_PHRASE = rf"(?>{CORE}(?>(?:&{CORE})?)(?:{PREPOSITIONAL}(?>(?:&{CORE})?)){{0,6}})"
# What may stand between a verb and what it reports: "Tuesday in an interview".
ADJUNCTS = rf"(?>(?:k|a|i?+[de]?+[an]?+[DT]++#?+|[iogt]{CORE}|s(?=[dn]){CORE}(?=[hi,“])){{0,8}})"
FINITE = r"[xzmVv1356]"
# Read backwards from the verb: auxiliaries, adverbs, "both" after an auxiliary.
REVERSED_VERB_PHRASE = re.compile(r"(?>(?:[axzm]|k(?=[axzm])|e(?=[xzm])){0,8})")


def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern over tags; ``{np}``, ``{adj}``, ``{core}`` and ``{pp}`` are phrases."""
    for name, phrase in (
        ("{np}", NOUN_PHRASE), ("{adj}", ADJUNCTS), ("{core}", CORE), ("{pp}", PREPOSITIONAL),
    ):  # fmt: skip
        pattern = pattern.replace(name, phrase)
    return re.compile(pattern)
