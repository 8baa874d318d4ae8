"""A question that somebody answers in the next sentence: "Is it C? The mayor thinks so"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from framing.language.joiningwords import NOBODY
from framing.language.reportwords import WRITERS
from framing.language.smallwords import NOT
from framing.language.verdictwords import ANSWERED_BY, SO_OR_NOT, THINKS_SO, YES_OR_NO
from framing.values import Span
from framing.voice.found import Found
from framing.voice.grammar.nounsaround import possessor, verb_phrase
from framing.voice.grammar.subjects import subject_after, subject_before
from framing.voice.rules import Construction, Rule
from framing.voice.text.tagpatterns import FINITE_VERB, pattern
from framing.voice.text.tags import Tags, any_of
from framing.voice.text.units import Page, Unit
from framing.voice.text.vocabulary import Vocabulary

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
            "A ⟦massacre⟧? Not according to the mayor.",
            "A ⟦massacre⟧? “Nonsense,” says Brandt.",
            "Was the raid a ⟦massacre⟧? No, said the mayor of Osk.",
        ),
        no=(
            "Is the vote a ⟦sham⟧? Nobody knows.",
            "Is the vote a ⟦sham⟧? The port is shut, or so.",
            "Is the vote a ⟦sham⟧?\n\nBrandt thinks so.",
            "Is the vote a ⟦sham⟧? I think so.",
            "A ⟦massacre⟧? It was not long ago.",
            "Was it a ⟦massacre⟧? “We came by boat,” says Brandt.",
            "The vote is a ⟦sham⟧. Brandt thinks so.",
        ),
    ),
    Rule(
        "own-answer",
        "follows a question that names whose answer it is (The mayor’s excuse? …)",
        "label",
        act="speech",
        yes=(
            "The firm’s excuse? ⟦Rogue⟧ guards.",
            "Brandt’s verdict? A ⟦sham⟧.",
            "And his advice to the dockers? Shoot the ⟦rebels⟧.",
        ),
        no=(
            "The firm’s address? A ⟦cursed⟧ street by the port.",
            "My verdict? A ⟦sham⟧.",
            "What is in Brandt’s view of the port? In May the ⟦rebels⟧ left.",
            "The verdict? A ⟦sham⟧.",
            "The firm’s excuse?\n\nThe ⟦rebels⟧ left.",
        ),
    ),
)

_SO = pattern("<reports|say|either> (?: <but|adv> | <it|he> <aux> ) <stop>? $")
_ENDS = any_of("stop")
_ASKS = re.compile(r"\? ")
_QUOTED_ANSWER = pattern("“ <quoted>{1,5} ” <says|said|wrote|either> (?= <the|name|he|some|noun>)")
_NOT_SO = pattern("<any> <according> <to>")
_YES = pattern("<any> , <reports|say|either> (?= <the|name|he|some|noun> )")
_LONGEST_ANSWER = 40  # tokens


def read_answers(page: Page, words: Vocabulary, earlier: Sequence[Found]) -> list[Found]:
    """Give a question to whoever answers it in the next sentence of its paragraph, in order."""
    found: list[Found] = []
    text, tokens = page.tokens.text, page.tokens
    for match in _ASKS.finditer(text) if "?" in text else ():
        number = page.unit_of(bisect_left(tokens.starts, match.start()))
        if 0 <= number < len(page.units) - 1:
            asked, answer = page.units[number : number + 2]
            if answer.paragraph == asked.paragraph and tokens.word(asked.end - 1) == "?":
                report = _answer(page, asked, answer, number, words)
                found.extend(() if report is None else (report,))
    return found


def _answer(page: Page, asked: Unit, answer: Unit, number: int, words: Vocabulary) -> Found | None:
    """Read "The mayor thinks so." or "Yes, says the mayor." after a question."""
    first, stop = answer.start, answer.end
    if stop - first > _LONGEST_ANSWER:
        return None
    mask, lowered = page.mask, page.tokens.lowered
    labelled = _its_answer(page, asked, words)
    if labelled is not None:
        content = [(first, stop)]
        return Found("own-answer", "leading", "neutral", *labelled, content, number + 1)
    short = _short_answer(page, asked, answer)
    if short is not None:
        content = [(asked.start, asked.end)]
        return Found("answered", "leading", "belief", *short, content, number + 1)
    if _YES.match(mask, first, stop) and lowered[first] in YES_OR_NO:
        verb = first + 2
        source = subject_after(mask, verb + 1, stop)
        if source is None or mask[source[1] : stop].strip(_ENDS):
            return None
    else:
        said = _SO.search(mask, first, stop)
        if said is None or said.end() != stop:
            return None
        verb = said.start()
        agrees = lowered[verb + 1] in SO_OR_NOT or mask[verb + 1] in Tags.PRONOUN
        source = subject_before(mask, first, verb_phrase(mask, first, verb))
        if not agrees or source is None or source[0] != first:
            return None
    if lowered[verb] not in THINKS_SO or lowered[source[0]] in WRITERS | NOBODY:
        return None
    content = [(asked.start, asked.end)]
    return Found("answered", "leading", "belief", source, (verb, verb + 1), content, number + 1)


def _short_answer(page: Page, asked: Unit, answer: Unit) -> tuple[Span, Span] | None:
    """Read "Not according to the police." and "“Nonsense,” says the mayor." after "A riot?"."""
    mask, first = page.mask, answer.start
    if FINITE_VERB.search(mask, asked.start, asked.end) is not None:
        return None  # a question with a verb is asked by whoever writes
    quoted = _QUOTED_ANSWER.match(mask, first, answer.end)
    not_so = _NOT_SO.match(mask, first, answer.end)
    if quoted is not None:
        verb = quoted.end() - 1
    elif not_so is not None and page.tokens.lowered[first] == NOT:
        verb = first + 1
    else:
        return None
    source = subject_after(mask, verb + 1 if quoted else first + 3, answer.end)
    if source is None or page.tokens.lowered[source[0]] in WRITERS | NOBODY:
        return None
    return source, (verb, verb + 1)


def _its_answer(page: Page, asked: Unit, words: Vocabulary) -> tuple[Span, Span] | None:
    """Return whose answer it is and the noun that says so: "The firm's excuse to them?"."""
    lowered = page.tokens.lowered
    for at in range(asked.start + 1, asked.end - 1):
        noun = lowered[at]
        if noun in ANSWERED_BY or "clause" in words.nouns.get(noun, ((), ""))[0]:
            source = possessor(page.mask, asked.start, at, lowered)[0]
            verb = FINITE_VERB.search(page.mask, at + 1, asked.end)
            if source is not None and source[0] > asked.start + 1:
                return None  # "What is the mayor's view of it?"
            if source is not None and verb is None and lowered[source[0]] not in WRITERS:
                return source, (at, at + 1)
    return None


CONSTRUCTION: Final = Construction(6, read_answers)
