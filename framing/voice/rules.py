"""The rules of the voice reader: what each looks at, in words, and what holds for its finds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from framing.values import Act

__all__ = ["RULES", "Rule"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its id, as tables give it, and what a reader is told of it.

    Parameters
    ----------
    id
        What stands in the column ``rule``.
    words
        What the rule looks at, for readers who have never seen its id.
    construction
        The family of rules it belongs to.
    act
        What its finds report, where the rule itself settles that; otherwise the act of the verb
        or noun that reports.
    judges
        Whether its finds judge something ("denounced the plan"): what is judged is the outlet's.
    inner
        Whether its finds count where they lie inside the reported words of somebody else.
    yes, no
        Sentences with some words in ⟦ ⟧: the rule decides the voice of those words in each of
        `yes`, and in none of `no`.
    """

    id: str
    words: str
    construction: str
    act: Act | None = None
    judges: bool = False
    inner: bool = False
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


_ALL = (
    Rule("own", "nothing beside it says that these are somebody else’s words", "decision"),
    Rule("corrected", "a reader of these articles corrected it", "decision"),
    Rule(
        "leading-that",
        "follows a source and its reporting word with “that” (the mayor said that …)",
        "leading",
        inner=True,
    ),
    Rule(
        "leading-quote",
        "a quotation right after a source and its reporting word (the mayor said “…”)",
        "leading",
    ),
    Rule(
        "leading-clause",
        "follows a source and its reporting word (the mayor said the bridge …)",
        "leading",
        inner=True,
    ),
    Rule("leading-to", "follows a reporting word with “to” (the mayor promised to …)", "leading"),
    Rule("leading-question", "a reported question (the mayor asked whether …)", "leading"),
    Rule(
        "leading-object",
        "the thing a reporting or judging word is about (the mayor denounced the …)",
        "leading",
        judges=True,
    ),
    Rule(
        "leading-gap",
        "a clause round a source and its reporting word (a plan that critics say is …)",
        "leading",
    ),
    Rule(
        "trailing",
        "stands before a source and its reporting word (…, the mayor said)",
        "trailing",
        inner=True,
    ),
    Rule(
        "inverted",
        "stands before a reporting word and its source (…, said the mayor)",
        "trailing",
        inner=True,
    ),
    Rule("as-said", "stands beside words such as “as the mayor said”", "trailing"),
    Rule(
        "passive",
        "belongs to a reporting word in the passive (was accused of …, is expected to …)",
        "passive",
        judges=True,
    ),
    Rule(
        "quote-framed",
        "a quotation beside a person and what they did (“…,” the mayor pressed)",
        "quotation",
    ),
    Rule("quote-alone", "a whole quotation whose source is not in its sentence", "quotation"),
    Rule("colon", "follows a source and a colon (the mayor: “…”)", "quotation", inner=True),
    Rule("transcript", "a speaker’s turn, as interviews and minutes are printed", "label"),
    Rule("headline", "stands beside a source and a colon in a headline", "label"),
    Rule("signature", "a quotation signed with a dash and a name", "quotation"),
    Rule("according-to", "stands beside “according to” and a source", "phrase", inner=True),
    Rule(
        "in-view-of",
        "stands beside a source’s view (in the mayor’s opinion, …)",
        "phrase",
        inner=True,
    ),
    Rule("in-poll", "what a poll or survey is said to have found", "phrase"),
    Rule("noun-cue", "hangs on a noun of saying (the mayor’s claim that …)", "noun"),
    Rule("term-used", "words somebody is said to use (the mayor used the phrase “…”)", "noun"),
    Rule("so-called", "stands after a word such as “so-called”", "distancing"),
    Rule("reportedly", "stands after a word such as “reportedly” or “allegedly”", "distancing"),
    Rule("claimed-to-be", "stands after words such as “what is claimed to be”", "distancing"),
    Rule("under-pretext", "stands after “under the pretext of” or the like", "distancing"),
    Rule("scare-quote", "a few words in quotation marks that no source is given for", "distancing"),
    Rule(
        "term-avoided",
        "named as words that somebody avoids (has banned the term “…”)",
        "distancing",
    ),
    Rule("parsed-clause", "the parse shows a clause that hangs on a reporting word", "parsed"),
    Rule(
        "parsed-to", "the parse shows a clause with “to” that hangs on a reporting word", "parsed"
    ),
    Rule(
        "parsed-object",
        "the parse shows the object of a reporting or judging word",
        "parsed",
        judges=True,
    ),
)

RULES: Final[Mapping[str, Rule]] = MappingProxyType({rule.id: rule for rule in _ALL})
