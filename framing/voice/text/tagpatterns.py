"""Phrases as patterns of tags: noun phrases, adjuncts, the verb phrase read backwards.

All are atomic or of bounded length, so that none can backtrack over hostile text. Groups are
made atomic with ``(?>…)``; Python before 3.11.5 matches them wrongly where ``++`` follows them.
"""

from __future__ import annotations

import re
from typing import Final

from framing.voice.text.tags import translated

__all__ = [
    "CLOSING_MARK",
    "FINITE_VERB",
    "REVERSED_VERB_PHRASE",
    "WHOLE_CLAUSE",
    "match_start",
    "pattern",
]

match_start: Final = re.Match.start
"""Where a match begins, for `map` over all of a pattern's matches."""

# One word inside a noun phrase, where what follows or precedes shows that it is one.
_MODIFIER: Final = """
    <nominal|number|week|day|him>
    | <adv> (?= <nominal|past|number>) | <past> (?= <nominal|number>)
    | <ing> (?= <nominal>) | <said> (?= <nominal>) | <saying> (?= <nominal>)
    | <either|written|sure|put>
        (?= <nominal|of|possessive|comma|stop|colon|semicolon|right> | <adv> <day> | $)
    | (?<= <the|possessive>) <say> (?= <nominal>) | (?<= <noun|the>) <saying> (?= <comma|stop>)
    | (?<= <the|possessive>) <either> | <either> (?= <in|and>)
    | (?<= <to>) <claims> (?= <past|written>)
    | “ <quoted>*+ <cut>?+
    | <possessive> (?= <nominal|ing|day|week|number|either|open|said> | <adv> <nominal|number>)
"""
# A noun phrase without its prepositional phrases: determiners, modifiers, heads, brackets.
_CORE: Final = translated(f"""
    (?: <pronoun>
    | <some> (?= <of>)
    | <det>*+ (?>(?: {_MODIFIER} )+) (?>(?: <aside>++ | <left> <^bracket>{{0,8}}+ <right> )?) )
""")
_WITH_CORE: Final = {"core": _CORE}
_PREPOSITIONAL: Final = translated(
    # "of at least six"
    "(?: <preposition> (?: <in> (?= <noun> <number>) )? {core} )",
    _WITH_CORE,
)
_WITH_PHRASE: Final = {"core": _CORE, "pp": _PREPOSITIONAL}
_NOUN_PHRASE: Final = translated(
    "(?> {core} (?>(?: <and> {core} )?) (?: {pp} (?>(?: <and> {core} )?) ){0,6} )", _WITH_PHRASE
)
# What may stand between a verb and what it reports: "Tuesday in an interview".
_ADJUNCTS: Final = translated(
    """(?>(?: <aside> | <adv>
    | <in>?+ <det>?+ <adv|noun|in|past|some|number>{0,2} <time>++ <number>?+
    | <preposition> {core} | <if> (?= <the|noun>) {core} (?= <that|in|comma|open>) ){0,8})""",
    _WITH_CORE,
)
_PHRASES: Final = {**_WITH_PHRASE, "np": _NOUN_PHRASE, "adjuncts": _ADJUNCTS}


def pattern(written: str) -> re.Pattern[str]:
    """Compile a pattern of named tags, in the notation of `tags.translated`.

    Four phrases may be named in it: ``{core}`` is a noun phrase without prepositional phrases,
    ``{np}`` one with them, ``{pp}`` a prepositional phrase, and ``{adjuncts}`` is what may stand
    between a verb and what it reports.

    What is searched for begins with one set of tags, and what stands before is asked after it:
    then all other tags are passed over at once, where branches are tried at each of them.

    Examples
    --------
    >>> subject = pattern("{np} (?= <finite>)")
    >>> subject.match("dnoNV").group()
    'dnoN'
    """
    return re.compile(translated(written, _PHRASES))


# Read backwards from the verb: auxiliaries, adverbs, "both" or "last night" after an auxiliary.
REVERSED_VERB_PHRASE: Final = pattern(
    "(?>(?: <aux|adv> | <aside> (?= <aux|adv>) | <some> (?= <aux>)"
    " | <time> <adv|the|in>{0,2} (?= <aux>) ){0,8})"
)
# What shows that a clause has its verb; a participle may look like one.
FINITE_VERB: Final = pattern("<finite>")
WHOLE_CLAUSE: Final = pattern("{np} <adv>*+ <finite>")
CLOSING_MARK: Final = pattern("<closing>")
