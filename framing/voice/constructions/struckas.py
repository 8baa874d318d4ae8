"""What something is to whom it strikes: "The offer struck the mayor as a bribe"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from framing.language.reportwords import WRITERS
from framing.language.sourcewords import INDEFINITE
from framing.voice.found import Found
from framing.voice.grammar.ends import Surroundings, clause_end
from framing.voice.rules import Construction, Rule
from framing.voice.text.sought import Sought
from framing.voice.text.tagpatterns import WHOLE_CLAUSE, pattern
from framing.voice.text.tags import any_of
from framing.voice.text.units import Page
from framing.voice.text.vocabulary import Vocabulary

__all__ = ["CONSTRUCTION", "RULES", "read_struck"]

RULES: Final = (
    Rule(
        "struck-as",
        "what something is to whom it strikes (struck the mayor as …)",
        "phrase",
        act="thought",
        yes=(
            "The offer struck Brandt as a ⟦bribe⟧.",
            "The vote strikes many as a ⟦sham⟧.",
            "The vote struck her as utterly ⟦corrupt⟧.",
            "The offer struck the men of the port as ⟦theft⟧.",
        ),
        no=(
            "The offer of the ⟦rebels⟧ struck Brandt as fair.",
            "The ⟦rebels⟧ struck Osk as the sun rose.",
            "The fleet struck Osk as ⟦rebels⟧ fled the port.",
            "The men went on strike as ⟦rebels⟧ did.",
            "The offer struck me as a ⟦bribe⟧.",
        ),
    ),
)

_WHOM = pattern(
    """
    ( <him> | <the> (?= <adv>? <as>) | <some> (?: <in> {core} )? | {core} (?: <of> {core} )? )
        <adv>? <as>
    """
)
_PLAIN = Surroundings(lambda at: True, lambda at: True)


def read_struck(page: Page, words: Vocabulary, earlier: Sequence[Found]) -> list[Found]:
    """Find what something strikes somebody as, in order."""
    found: list[Found] = []
    tokens, mask = page.tokens, page.mask
    for at in tokens.seek(Sought.STRIKES):
        number = page.unit_of(at)
        if number < 0:
            continue
        end = page.units[number].end
        whom = _WHOM.match(mask, at + 1, end)
        if whom is None or whom.end() >= end or tokens.lowered[at + 1] in WRITERS:
            continue
        opens = tokens.lowered[whom.end()]
        if opens not in INDEFINITE and WHOLE_CLAUSE.match(mask, whom.end(), end) is not None:
            continue  # "struck the port as the sun rose"
        content = [(whom.end(), clause_end(mask, whom.end(), end, _PLAIN))]
        cue = at, at + 1
        found.append(Found("struck-as", "phrase", "belief", whom.span(1), cue, content, number))
    return found


CONSTRUCTION: Final = Construction(6, read_struck, tags=any_of("as"))
