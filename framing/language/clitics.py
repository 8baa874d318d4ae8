"""What an apostrophe joins to an English word, and the short forms that one stands in place of."""

from __future__ import annotations

__all__ = [
    "CLITICS",
    "ELIDED",
    "NAME_CLITICS",
    "POSSESSIVE_CLITICS",
    "POSSESSIVE_MARKS",
    "SPLIT_OFF",
    "TWO_WORDS",
]

CLITICS = ("s", "d", "ll", "re", "ve", "m")
"""What is a token of its own behind a word: "she*'ll*"."""
POSSESSIVE_CLITICS = frozenset(("'s", "’s"))
"""What stands behind whose a thing is: "the mayor*’s* plan"."""
POSSESSIVE_MARKS = ("'s", "'")
"""The same in a folded text, after a plural too: "the dockers*'* plan"."""
SPLIT_OFF = ("s", "t", "re", "ve", "ll", "d", "m")
"""What follows an apostrophe in one word, where a tokeniser put a space: "can’ *t*"."""
ELIDED = tuple("em tis twas til till cause bout round n nuff cuz ere kay sup".split())
"""What an apostrophe begins: "’*til* morning"."""
NAME_CLITICS = ("’t", "'t")
"""What begins with an apostrophe and joins the parts of a name: "Ilse van *’t* Hoff"."""
TWO_WORDS = "hink tank"
"""A noun of two words, the first a verb elsewhere, without the letter that may be a capital."""
