"""The notation of the rules: a name for every tag, for sets of tags, and patterns of them.

Every token of a sentence has a tag of one letter, so that a sentence is a string and a phrase a
regular expression over it, at the speed of C. No rule is written in these letters: `Tag` names
each and `Tags` names sets of them, and `tagpatterns.pattern` compiles what is written like
``<det>? <adv>* <noun>+ <finite>``.

A small class is named by one of its words (``<the>``, ``<that>``, ``<said>``), a large one by
what grammar calls it (``<noun>``, ``<past>``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, TypeVar, cast

__all__ = ["Tag", "Tags", "any_of", "none_of", "sequence", "translated"]

_Names = TypeVar("_Names")


def _at_hand(of: type[_Names]) -> type[_Names]:
    """Return an object with what a class names, a slot for each; `vars` lists them.

    Python 3.11 finds what stands in a slot in a twentieth of the time that a name of a class takes,
    and the rules ask for thousands of tags an article.
    """
    named = {name: letters for name, letters in vars(of).items() if not name.startswith("_")}
    listed = property(lambda _: dict(named))
    parts = {"__slots__": tuple(named), "__dict__": listed, "__doc__": of.__doc__}
    slotted = type(of.__name__, (), parts)()
    for name, letters in named.items():
        setattr(slotted, name, letters)
    return cast("type[_Names]", slotted)


@_at_hand
class Tag:
    """The letter of each tag."""

    # Closed classes.
    THE: Final = "d"  # determiners and possessives
    SOME: Final = "e"  # quantifiers: some, many, each
    HE: Final = "p"  # he, she, they, we, I
    IT: Final = "y"  # it, you, there
    HIM: Final = "P"  # him, us, themselves
    THAT: Final = "h"
    WHO: Final = "w"  # who, which, whom, whose
    WHAT: Final = "W"  # what, how, why, whether
    IF: Final = "s"  # subordinators: if, when, while
    AS: Final = "g"
    OF: Final = "o"
    IN: Final = "i"  # all other prepositions
    TO: Final = "t"
    AND: Final = "&"  # and, or
    BUT: Final = "b"  # but, yet, so
    ADV: Final = "a"  # adverbs, not, never
    HAVE: Final = "x"
    BE: Final = "z"
    WILL: Final = "m"  # modals and do
    POSSESSIVE: Final = "'"
    DAY: Final = "D"  # days, months, today
    WEEK: Final = "T"  # week, year, morning
    NUMBER: Final = "#"
    ACCORDING: Final = "A"
    # Open classes; verbs here are those that report nothing.
    NOUN: Final = "n"
    NAME: Final = "N"  # any other word with a capital
    PAST: Final = "V"
    PRESENT: Final = "v"
    ING: Final = "G"
    # Verbs that report, each form named after one.
    SAY: Final = "1"  # base form
    CLAIM: Final = "2"  # base form that may be a noun
    SAYS: Final = "3"  # form in -s
    CLAIMS: Final = "4"  # form in -s that may be a noun
    WROTE: Final = "5"  # past form only
    SAID: Final = "6"  # past form or participle
    WRITTEN: Final = "7"  # participle only
    SAYING: Final = "8"
    PUT: Final = "0"  # base form, past form and participle alike
    SURE: Final = "9"  # an adjective that reports: sure, aware
    # Words that other rules look for; masked as noun, noun and adverb.
    CUE_NOUN: Final = "Z"  # a noun that reports
    SO_CALLED: Final = "Y"
    ALLEGEDLY: Final = "X"
    # Quotations: the opening mark, what stands in it, and the mark that closes it.
    OPEN: Final = "«"  # “ in patterns; a letter of one byte, as all are, is searched for faster
    QUOTED: Final = "Q"
    CLOSE: Final = "»"  # ” in patterns; after a comma, a stop or another mark that ends speech
    CUT: Final = "u"  # after a word: a fragment
    # Punctuation.
    COMMA: Final = ","
    STOP: Final = "."
    SEMICOLON: Final = ";"
    COLON: Final = ":"
    DASH: Final = "-"
    LEFT: Final = "("
    RIGHT: Final = ")"
    ASIDE: Final = "k"  # brackets with a short insertion, stops inside a sentence
    EDGE: Final = "^"  # stands for what is before the first token of a unit


@_at_hand
class Tags:
    """Sets of tags that several rules speak of."""

    DET: Final = Tag.THE + Tag.SOME
    PRONOUN: Final = Tag.HE + Tag.IT
    NOMINAL: Final = Tag.NOUN + Tag.NAME
    PREPOSITION: Final = Tag.IN + Tag.OF + Tag.AS + Tag.TO
    OF_OR_IN: Final = Tag.OF + Tag.IN
    IN_OR_TO: Final = Tag.IN + Tag.TO
    TIME: Final = Tag.DAY + Tag.WEEK
    DATE: Final = Tag.DAY + Tag.NUMBER
    JOINS: Final = Tag.AND + Tag.BUT
    LEADS_IN: Final = JOINS + Tag.ADV + Tag.ASIDE  # what may stand before a subject
    HAVE_OR_BE: Final = Tag.HAVE + Tag.BE
    AUX: Final = HAVE_OR_BE + Tag.WILL
    ING_FORM: Final = Tag.ING + Tag.SAYING
    # What opens a clause.
    RELATIVE: Final = Tag.THAT + Tag.WHO
    CONTENT: Final = Tag.THAT + Tag.WHAT
    QUESTION: Final = Tag.WHAT + Tag.IF
    OPENS_CLAUSE: Final = Tag.THAT + Tag.WHO + Tag.WHAT
    # Reporting verbs.
    EITHER: Final = Tag.CLAIM + Tag.CLAIMS  # a verb or a noun
    NOUN_LIKE: Final = Tag.NOUN + EITHER
    HEAD: Final = NOUN_LIKE + Tag.NAME  # what a noun phrase may end in
    REPORTS: Final = Tag.SAYS + Tag.WROTE + Tag.SAID
    DONE: Final = Tag.SAID + Tag.WRITTEN  # participles of reporting verbs
    REPORTING: Final = Tag.SAY + EITHER + REPORTS + Tag.WRITTEN + Tag.SAYING + Tag.PUT
    PARTICIPLE: Final = Tag.PAST + Tag.SAID  # or a past form
    # What shows that a clause has its verb.
    PRESENT_FORM: Final = AUX + Tag.PRESENT + Tag.SAY + Tag.SAYS
    DEFINITE: Final = PRESENT_FORM + Tag.WROTE  # no participle
    FINITE: Final = DEFINITE + PARTICIPLE + Tag.PUT
    # Marks.
    CLOSING: Final = Tag.CLOSE + Tag.CUT
    BRACKET: Final = Tag.LEFT + Tag.RIGHT
    END: Final = Tag.COMMA + Tag.STOP + Tag.SEMICOLON
    PAUSE: Final = Tag.COMMA + Tag.SEMICOLON + Tag.COLON
    INTRODUCES: Final = Tag.COMMA + Tag.COLON
    SET_OFF: Final = Tag.COMMA + Tag.DASH
    SPEECH_MARK: Final = Tag.OPEN + Tag.CLOSE


def _named(of: type) -> dict[str, str]:
    """Return what a class names, by the names that patterns use."""
    return {name.lower().replace("_", "-"): letters for name, letters in vars(of).items()}


_LETTERS: Final[Mapping[str, str]] = {**_named(Tag), **_named(Tags)}
_TOKEN: Final = re.compile(
    r"(?P<space>\s+)"
    r"|(?P<syntax>\(\?(?:P<\w+>|<?[=!]|[:>])|[()|?*+$]|\{\d*,?\d*\})"
    r"|\{(?P<phrase>[a-z]+)\}"
    r"|<(?P<negated>\^?)(?P<names>[^<>]+)>"
    r"|(?P<sign>[,;:“”-])"
)
_QUOTATION_MARKS: Final = {"“": Tag.OPEN, "”": Tag.CLOSE}


def any_of(names: str) -> str:
    """Return the letters of tags and sets of tags, named with ``|`` between them.

    Examples
    --------
    >>> any_of("noun|name"), any_of("aux|that")
    ('Nn', 'hmxz')
    """
    letters: set[str] = set()
    for name in names.split("|"):
        known = _LETTERS.get(name)
        if known is None:
            raise ValueError(f"no tag and no set of tags is named {name!r} (in {names!r})")
        letters.update(known)
    return "".join(sorted(letters))


def none_of(names: str) -> str:
    """Return the letters of all tags but those named, as `any_of` names them.

    Examples
    --------
    >>> len(none_of("noun|name")) == len(none_of("noun")) - 1
    True
    """
    every = "".join(_named(Tag).values())
    return "".join(sorted(set(every) - set(any_of(names))))


def sequence(written: str) -> str:
    """Return the letters of tags that follow each other, to look for without a pattern.

    Examples
    --------
    >>> sequence("<to> <be>")
    'tz'
    """
    return re.sub(r"\\(.)", r"\1", translated(written))


def translated(written: str, phrases: Mapping[str, str] = MappingProxyType({})) -> str:
    r"""Translate a pattern of named tags into a regular expression over their letters.

    ``<name>`` is a tag or a set of tags, ``<one|other>`` either of them, ``<^one|other>``
    neither, ``<any>`` any tag; a comma, semicolon, colon, dash or curly double quotation mark
    stands for itself; ``{name}`` is one of `phrases`. The rest is the syntax of regular
    expressions; white space means nothing.

    Parameters
    ----------
    written
        The pattern.
    phrases
        Expressions already translated, by name.

    Raises
    ------
    ValueError
        A name that is not known, or a character that means nothing here.

    Examples
    --------
    >>> translated("<det>? <noun>+ , <stop>")
    '[de]?n+,\\.'
    """
    parts: list[str] = []
    at = 0
    while at < len(written):
        match = _TOKEN.match(written, at)
        if match is None:
            raise ValueError(f"{written[at:]!r} in a pattern of tags: write tags as in <noun>")
        at = match.end()
        if match["names"]:
            parts.append(_class(match["names"], bool(match["negated"])))
        elif match["phrase"]:
            if match["phrase"] not in phrases:
                raise ValueError(f"no phrase is named {match['phrase']!r}")
            parts.append(phrases[match["phrase"]])
        else:
            sign = match["sign"] or ""
            parts.append(match["syntax"] or _QUOTATION_MARKS.get(sign, sign))
    return "".join(parts)


def _class(names: str, negated: bool) -> str:
    """Return the character class of some tags, or the one character."""
    if names == "any":
        return "."
    letters = any_of(names)
    if len(letters) == 1 and not negated:
        return re.escape(letters)
    inner = "".join("\\" + letter if letter in "-^]\\" else letter for letter in letters)
    return f"[{'^' * negated}{inner}]"
