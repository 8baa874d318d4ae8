"""What somebody is named as or mistaken for: "The charge sheet lists him as a ringleader"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from framing.language.verdictwords import INVESTIGATORS
from framing.voice.found import Found
from framing.voice.grammar.ends import Surroundings, object_end
from framing.voice.grammar.nounsaround import verb_phrase
from framing.voice.grammar.subjects import subject_before
from framing.voice.rules import Construction, Rule
from framing.voice.text.sought import Sought
from framing.voice.text.tagpatterns import WHOLE_CLAUSE, pattern
from framing.voice.text.tags import any_of
from framing.voice.text.units import Page
from framing.voice.text.vocabulary import Vocabulary

__all__ = ["CONSTRUCTION", "RULES", "read_listed"]

RULES: Final = (
    Rule(
        "listed-as",
        "what somebody is named as or mistaken for (the charge sheet lists him as …)",
        "phrase",
        act="speech",
        yes=(
            "The charge sheet lists Brandt as a ⟦ringleader⟧.",
            "The report names the firm as the ⟦polluter⟧.",
            "Police named Brandt as the ⟦ringleader⟧.",
            "Brandt mistook the guests for ⟦bandits⟧.",
        ),
        no=(
            "The party named the ⟦demagogue⟧ as its candidate.",
            "The party named Brandt as its ⟦chief⟧.",
            "The report names the firm as the ⟦mob⟧ waits.",
            "The report names the ⟦mob⟧ as guilty.",
            "Brandt mistook the ⟦bandits⟧ for guests.",
            "Brandt mistook the road with the ⟦bandits⟧.",
        ),
    ),
)

_MISTAKEN = pattern("{core} (?: <of|in> {core} )? <in> (?= <det|adv|noun>)")
_WHOM = pattern("(?>{core}) (?: <of|in> {core} )? <as> (?= <det|adv|noun|past>)")
_PLAIN = Surroundings(lambda at: True, lambda at: True)


def read_listed(page: Page, words: Vocabulary, earlier: Sequence[Found]) -> list[Found]:
    """Find what documents and the police name somebody as, and what things are mistaken for."""
    found: list[Found] = []
    mask, lowered = page.mask, page.tokens.lowered
    for at in page.tokens.seek(Sought.NAMES_OR_MISTAKES):
        number = page.unit_of(at)
        if number < 0:
            continue
        unit = page.units[number]
        mistakes = lowered[at].startswith("mist")
        whom = (_MISTAKEN if mistakes else _WHOM).match(mask, at + 1, unit.end)
        if whom is None or WHOLE_CLAUSE.match(mask, whom.end(), unit.end):
            continue
        source = subject_before(mask, unit.start, verb_phrase(mask, unit.start, at))
        if source is None:
            continue
        last = lowered[source[1] - 1]
        names = last in INVESTIGATORS or "document" in words.sources.get(last, ())
        if names or (mistakes and lowered[whom.end() - 1] == "for"):
            content = whom.end(), object_end(mask, whom.end(), unit.end, _PLAIN, lowered)
            found.append(
                Found("listed-as", "phrase", "neutral", source, (at, at + 1), [content], number)
            )
    return found


CONSTRUCTION: Final = Construction(6, read_listed, tags=any_of("as|in"))
