"""The rules of the voice reader in words, for readers who have never seen their ids."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["RULES", "in_words"]

RULES: Final[Mapping[str, str]] = {
    "own": "nothing beside it says that these are somebody else’s words",
    "corrected": "a reader of these articles corrected it",
    # A source and a reporting word before what is reported.
    "leading-that": "follows a source and its reporting word with “that” (the mayor said that …)",
    "leading-quote": "a quotation right after a source and its reporting word (the mayor said “…”)",
    "leading-clause": "follows a source and its reporting word (the mayor said the bridge …)",
    "leading-to": "follows a reporting word with “to” (the mayor promised to …)",
    "leading-question": "a reported question (the mayor asked whether …)",
    "leading-object": "the thing a reporting or judging word is about (the mayor denounced the …)",
    "leading-gap": "a clause round a source and its reporting word (a plan that critics say is …)",
    # What is reported before its source, or round it.
    "trailing": "stands before a source and its reporting word (…, the mayor said)",
    "inverted": "stands before a reporting word and its source (…, said the mayor)",
    "as-said": "stands beside words such as “as the mayor said”",
    "passive": "belongs to a reporting word in the passive (was accused of …, is expected to …)",
    # Quotations and colons.
    "quote-framed": "a quotation beside a person and what they did (“…,” the mayor pressed)",
    "quote-alone": "a whole quotation whose source is not in its sentence",
    "colon": "follows a source and a colon (the mayor: “…”)",
    "transcript": "a speaker’s turn, as interviews and minutes are printed",
    "headline": "stands beside a source and a colon in a headline",
    "signature": "a quotation signed with a dash and a name",
    # Sources without a reporting word.
    "according-to": "stands beside “according to” and a source",
    "in-view-of": "stands beside a source’s view (in the mayor’s opinion, …)",
    "in-poll": "what a poll or survey is said to have found",
    "noun-cue": "hangs on a noun of saying (the mayor’s claim that …)",
    "term-used": "words somebody is said to use (the mayor used the phrase “…”)",
    # Words held at a distance.
    "so-called": "stands after a word such as “so-called”",
    "reportedly": "stands after a word such as “reportedly” or “allegedly”",
    "claimed-to-be": "stands after words such as “what is claimed to be”",
    "under-pretext": "stands after “under the pretext of” or the like",
    "scare-quote": "a few words in quotation marks that no source is given for",
    "term-avoided": "named as words that somebody avoids (has banned the term “…”)",
    # With a dependency parse (the reader "spacy").
    "parsed-clause": "the parse shows a clause that hangs on a reporting word",
    "parsed-to": "the parse shows a clause with “to” that hangs on a reporting word",
    "parsed-object": "the parse shows the object of a reporting or judging word",
}


def in_words(rule: str | None) -> str:
    """Return what a rule looks at; an id of another reader's own becomes its words.

    Examples
    --------
    >>> in_words("trailing")
    'stands before a source and its reporting word (…, the mayor said)'
    >>> in_words("my-model"), in_words(None)
    ('rule “my model” of the reader used', '')
    """
    if not rule:
        return ""
    return RULES.get(rule, f"rule “{rule.replace('-', ' ')}” of the reader used")
