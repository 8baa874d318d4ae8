"""The tag of a word: from the class it belongs to, its form, its ending or its shape."""

from __future__ import annotations

from collections.abc import Iterable

from framing.language import calendar, closed, verbforms
from framing.language.abbreviations import INITIALS
from framing.language.verbforms import IRREGULAR_REPORTING, NOT_ED, NOT_ING, NOT_LY, NOUN_TOO
from framing.voice.text.tags import Tag, any_of

__all__ = ["PUNCTUATION", "TAGGED", "tag_by_shape", "tag_of_reporting"]

_PAST_ONLY = {past for base, (past, part) in IRREGULAR_REPORTING.items() if past != part}
_PARTICIPLE_ONLY = {part for base, (past, part) in IRREGULAR_REPORTING.items() if past != part}
_PAST_BOTH = {past for base, (past, part) in IRREGULAR_REPORTING.items() if past == part != base}
_INVARIANT = {base for base, (past, part) in IRREGULAR_REPORTING.items() if base in (past, part)}
_DATES = {*calendar.DAYS, *calendar.MONTHS, *calendar.SHORT_MONTHS, *calendar.NEAR_DAYS}
# Which tag the words of each class have; of a word in two classes, the first counts.
_CLASSES: tuple[tuple[str, Iterable[str]], ...] = (
    (Tag.THE, closed.DETERMINERS - {"another"}),
    (Tag.SOME, closed.QUANTIFIERS),
    (Tag.HE, closed.SUBJECT_PRONOUNS),
    (Tag.IT, closed.NEUTRAL_PRONOUNS),
    (Tag.HIM, closed.OBJECT_PRONOUNS),
    (Tag.THAT, ("that",)),
    (Tag.WHO, closed.RELATIVES),
    (Tag.WHAT, closed.QUESTION_WORDS),
    (Tag.IF, closed.SUBORDINATORS),
    (Tag.AS, ("as",)),
    (Tag.ACCORDING, ("according",)),
    (Tag.OF, ("of",)),
    (Tag.TO, ("to",)),
    (Tag.IN, closed.PREPOSITIONS),
    (Tag.AND, closed.COORDINATORS),
    (Tag.BUT, closed.ADVERSATIVES),
    (Tag.ADV, closed.ADVERBS),
    (Tag.HAVE, closed.HAVE),
    (Tag.BE, closed.BE),
    (Tag.WILL, closed.MODALS),
    (Tag.POSSESSIVE, ("'s", "’s")),
    (Tag.DAY, _DATES - calendar.NO_DATES),
    (Tag.WEEK, calendar.TIMES),
    (Tag.NUMBER, closed.NUMBERS),
    (Tag.NOUN, verbforms.NOUNS_IN_ING),
    (Tag.PRESENT, verbforms.PRESENT),
    (Tag.PAST, verbforms.PAST | verbforms.PARTICIPLES),
)
TAGGED: dict[str, str] = {}
for _tag, _words in _CLASSES:
    for _word in _words:
        TAGGED.setdefault(_word, _tag)
_STEM = 2  # letters that stand before an ending: "dying", "shed"
_NEVER_CAPITAL = any_of("reporting|sure|time|noun|past|present|ing")
PUNCTUATION = {
    ",": Tag.COMMA, ".": Tag.STOP, "!": Tag.STOP, "?": Tag.STOP, ";": Tag.SEMICOLON,
    ":": Tag.COLON, "(": Tag.LEFT, ")": Tag.RIGHT, "[": Tag.LEFT, "]": Tag.RIGHT,
    "…": Tag.STOP, "...": Tag.STOP, **dict.fromkeys("•·▪●◦‣■►▶*", Tag.ASIDE),
}  # fmt: skip
_NAME_PREFIXES = ("al-", "el-", "ul-", "as-", "ad-", "ar-", "an-", "at-", "az-")


def tag_of_reporting(form: str) -> str:
    """Tag of a reporting verb's form, told from its ending and the irregular table."""
    if form in _INVARIANT:
        return Tag.PUT
    if form in _PAST_ONLY:
        return Tag.WROTE
    if form in _PARTICIPLE_ONLY:
        return Tag.WRITTEN
    if form.endswith("ing") and len(form) > _STEM + 2:
        return Tag.SAYING
    if form in _PAST_BOTH or (form.endswith("ed") and len(form) > _STEM + 1):
        return Tag.SAID
    if form.endswith("s") and not form.endswith("ss"):
        base = form[:-2] if form.endswith(verbforms.TAKE_ES) else form[:-1]
        base = form[:-3] + "y" if form.endswith("ies") else base
        return Tag.CLAIMS if base in NOUN_TOO or form in NOUN_TOO else Tag.SAYS
    return Tag.CLAIM if form in NOUN_TOO else Tag.SAY


def tag_by_shape(word: str, known: dict[str, str]) -> str:
    """Tag of a word that no table holds, from its shape."""
    first = word[:1]
    if not first.isalnum():
        if first in "–—―-" and not word[-1:].isalnum():
            return Tag.DASH
        if first in "$£€%#":
            return Tag.NUMBER
        joined = known.get(f"'{word[1:]}") if first == "’" else None  # "they’ll" as "they'll"
        return joined or (Tag.ASIDE if first in "'’\"”" else Tag.NOUN)
    lower = word.lower().replace("’", "'")
    if first.isdigit():
        return Tag.NUMBER
    tag = known.get(lower)
    if tag is not None and (lower == word or tag not in _NEVER_CAPITAL):
        return tag if word not in INITIALS else Tag.NAME
    if first.isupper() or (lower.startswith(_NAME_PREFIXES) and word[3:4].isupper()):
        return Tag.DAY if tag == Tag.DAY else Tag.NAME
    return tag or _by_ending(lower)


def _by_ending(lower: str) -> str:
    """Tag of an unknown lower-case word, from its ending."""
    if lower.endswith("ly") and len(lower) > _STEM + 2 and lower not in NOT_LY:
        return Tag.ADV
    if lower.endswith("ing") and len(lower) > _STEM + 2 and lower not in NOT_ING:
        return Tag.ING
    if lower.endswith("ed") and len(lower) > _STEM + 1 and lower not in NOT_ED:
        return Tag.PAST
    if lower.endswith("n't"):
        return Tag.WILL
    return Tag.NOUN
