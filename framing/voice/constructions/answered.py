"""A question that somebody answers in the next sentence: "Is it C? The mayor thinks so"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from framing.language.joiningwords import NOBODY
from framing.language.reportwords import WRITERS
from framing.language.verdictwords import THINKS_SO, YES_OR_NO
from framing.voice.found import Found
from framing.voice.rules import Construction, Rule
from framing.voice.subjects import subject_after, subject_before
from framing.voice.tagpatterns import pattern
from framing.voice.tags import Tags, any_of
from framing.voice.units import Page, Unit
from framing.voice.vocabulary import Vocabulary

__all__ = ["CONSTRUCTION", "RULES", "read_answers"]

RULES: Final = (
    Rule(
        "answered",
        "a question that somebody answers in the next sentence (The mayor thinks so.)",
        "label",
        act="speech",
        yes=(
            "Is the vote a ⟦sham⟧? Brandt thinks so.",
            "Is the vote a ⟦sham⟧? Many in the port say so.",
            "Was the raid a ⟦massacre⟧? Yes, says Brandt.",
            "Was the raid a ⟦massacre⟧? No, said the mayor of Osk.",
        ),
        no=(
            "Is the vote a ⟦sham⟧? Nobody knows.",
            "Is the vote a ⟦sham⟧? The port is shut, or so.",
            "Is the vote a ⟦sham⟧?\n\nBrandt thinks so.",
            "Is the vote a ⟦sham⟧? I think so.",
            "The vote is a ⟦sham⟧. Brandt thinks so.",
        ),
    ),
)

_SO = pattern("<reports|say|either> (?: <but> | <it|he> <aux> ) <stop>? $")
_ENDS = any_of("stop")
_ASKS = re.compile(r"\? ")
_YES = pattern("<any> , <reports|say|either> (?= <the|name|he|some|noun> )")
_LONGEST_ANSWER = 40  # tokens


def read_answers(page: Page, words: Vocabulary, earlier: Sequence[Found]) -> list[Found]:
    """Give a question to whoever answers it in the next sentence of its paragraph, in order."""
    found: list[Found] = []
    text, tokens = page.tokens.text, page.tokens
    for match in _ASKS.finditer(text):
        number = page.unit_of(bisect_left(tokens.starts, match.start()))
        if 0 <= number < len(page.units) - 1:
            asked, answer = page.units[number : number + 2]
            if answer.paragraph == asked.paragraph and tokens.word(asked.end - 1) == "?":
                report = _answer(page, asked, answer, number)
                found.extend(() if report is None else (report,))
    return found


def _answer(page: Page, asked: Unit, answer: Unit, number: int) -> Found | None:
    """Read "The mayor thinks so." or "Yes, says the mayor." after a question."""
    first, stop = answer.start, answer.end
    if stop - first > _LONGEST_ANSWER:
        return None
    mask, word = page.mask, page.tokens.word
    if _YES.match(mask, first, stop) and word(first).lower() in YES_OR_NO:
        verb = first + 2
        source = subject_after(mask, verb + 1, stop)
        if source is None or mask[source[1] : stop].strip(_ENDS):
            return None
    else:
        said = _SO.search(mask, first, stop)
        if said is None or said.end() != stop:
            return None
        verb = said.start()
        agrees = word(verb + 1).lower() == "so" or mask[verb + 1] in Tags.PRONOUN
        source = subject_before(mask, first, verb)
        if not agrees or source is None or source[0] != first:
            return None
    if word(verb).lower() not in THINKS_SO or word(source[0]).lower() in WRITERS | NOBODY:
        return None
    content = [(asked.start, asked.end)]
    return Found("answered", "leading", "belief", source, (verb, verb + 1), content, number + 1)


CONSTRUCTION: Final = Construction(6, read_answers)
