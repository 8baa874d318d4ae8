"""Quotation marks that hold nobody's words: titles, names, nicknames, words named as words."""

from __future__ import annotations

from framing.language.closed import ARTICLES, POSSESSIVES, PREPOSITIONS, STOP_WORDS
from framing.language.joiningwords import BECOMES, BEFORE_INSTANCES
from framing.language.namewords import HEADED, HEADLINES, PRESS_WORDS
from framing.language.reportwords import (
    DEFINING,
    KNOWN_AS,
    MEANING,
    NICKNAMED,
    NOTIONS,
    SHORTHANDS,
    VOTES,
)
from framing.language.smallwords import BEFORE_TITLES, KNOWN, MEANS_FOR, THE
from framing.language.sourcewords import CREEDS_END, INDEFINITE, LANGUAGES_END
from framing.values import Span
from framing.voice.quoted.unsourced import in_title_case
from framing.voice.text.tagpatterns import pattern
from framing.voice.text.tags import Tag, Tags
from framing.voice.text.units import Page
from framing.voice.text.vocabulary import Vocabulary
from framing.voice.verbs.unitreader import UnitReader

__all__ = ["bare_name", "is_named", "names_after", "only_named", "only_names"]

_APPOSED = pattern("” (?: <det> <noun-like|name|number|adv> | <in> <name> )")
_SMALL_WORD = 3  # letters; what has more begins with a capital in a title
_LONGEST_OPENER = 3  # words by which a name is announced
_LONGEST_ACRONYM = 4
_SAID_OF_IT = 4  # tokens after a quotation in which it may be called a word
_CLOSES = tuple(Tags.CLOSING)


def is_named(page: Page, span: Span, vocabulary: Vocabulary) -> bool:
    """Whether a quotation is a title, a name, a nickname or a term being introduced."""
    first, stop = span
    tokens = page.tokens
    words = [tokens.word(i) for i in range(first + 1, stop - 1)]
    inner = [part for word in words for part in word.split("-") if part[:1].isalnum()]
    if not inner or VOTES.issuperset(word.lower() for word in inner):
        return True
    if all(word.isdigit() for word in inner):
        return True  # the yearly "400" list
    if len(inner) == 1 and words[0] in STOP_WORDS:
        return True  # "a very big “if”"
    if any(len(word) > 2 and word[:3].isupper() and not word.isupper() for word in inner[1:]):
        return True  # "“super PACs”", a term with an abbreviation
    if len(words) == 1 and len(inner) == 1 and _is_acronym(page, span):
        return True  # "“VIP” seats"
    if _is_translated(page, first) or _is_explained(page, stop):
        return True
    around = page.mask[first - 1 : first] + page.mask[stop : stop + 1]
    if first and around == Tag.DASH + Tag.DASH:
        return True  # "Porte Ouverte – “open door” – became"
    last = tokens.lowered[first - 1] if first else ""
    noun = vocabulary.nouns.get(last)
    if last in DEFINING or last in MEANING:
        return True  # "The law defines “ship” as anything afloat", "it means “home”"
    if page.mask[first - 1 : first] == Tag.LEFT and page.mask[stop : stop + 1] == Tag.RIGHT:
        return True  # "karsa (“slave”)"
    if _is_mentioned(page, stop, vocabulary) or (noun is not None and "quoted" in noun[0]):
        return True  # "the very word “socialist”"
    long = [word for word in inner if len(word) > _SMALL_WORD and word not in PREPOSITIONS] or inner
    titled = all(word[0].isupper() or word[0].isdigit() for word in long)
    titled = titled and not in_title_case(page, span)
    before = [tokens.lowered[i] for i in range(max(0, first - _LONGEST_OPENER), first)]
    if titled and len(inner) > 1:
        return not _is_heading(before)  # "a story titled “Bad Days for Osk”": words of the press
    classes = vocabulary.distancing
    for size in range(1, _LONGEST_OPENER + 1):
        kinds = classes.get(" ".join(before[-size:]), ()) if len(before) >= size else ()
        if "naming-verb" in kinds or (titled and "work-noun" in kinds):
            return True
    return titled and _stands_like_a_name(page, span, before, vocabulary)


def _is_heading(before: list[str]) -> bool:
    """Whether the words before a title say that it heads what the press wrote, and is no work's."""
    words = before[:-1] if before[-1:] == [","] else before
    if not words or PRESS_WORDS.isdisjoint(words):
        return False
    listed = words[-1] in BEFORE_INSTANCES and not HEADLINES.isdisjoint(words)
    return listed or words[-1] in HEADED


def _is_acronym(page: Page, span: Span) -> bool:
    """Whether a quotation is an abbreviation in capitals, in a line that has small letters."""
    word, before = page.tokens.word(span[0] + 1), page.tokens.word(max(span[0] - 1, 0))
    short = 1 < len(word) <= _LONGEST_ACRONYM and word.isupper()
    return short and not (before.isupper() and len(before) > 1)


def _is_translated(page: Page, first: int) -> bool:
    """Whether a quotation says what a word means: "Varenian for “witches”", "slang for"."""
    if first < 2 or page.tokens.word(first - 1) != MEANS_FOR:
        return False
    word = page.tokens.word(first - 2)
    language = word[:1].isupper() and word.lower().endswith(LANGUAGES_END)
    return language or word in SHORTHANDS


def _is_explained(page: Page, stop: int) -> bool:
    """Whether what a quoted term means is told after it: "“points” – the coins that", "the notion".

    After a dash any noun phrase tells it, after a comma one of a notion.
    """
    mask, word = page.mask, page.tokens.word
    if mask[stop : stop + 1] == Tag.DASH and stop + 2 < len(mask):
        return word(stop + 1) in ARTICLES
    if stop + 2 >= len(mask) or "," not in (word(stop), word(stop - 2)):
        return False
    at = stop + (word(stop) == ",")
    return word(at) in ARTICLES and word(at + 1) in NOTIONS


def _stands_like_a_name(page: Page, span: Span, before: list[str], vocabulary: Vocabulary) -> bool:
    """Whether a word with a capital stands where titles and nicknames do."""
    first, stop = span
    tokens, mask = page.tokens, page.mask
    if first and mask[first - 1] == Tag.NAME and mask[stop : stop + 1] in (Tag.NAME, Tag.COMMA):
        return True
    modifies = stop < len(mask) and mask[stop] in Tags.NOMINAL
    if not modifies and page.unit_of(first) >= 0 and page.units[page.unit_of(first)].start < first:
        return True  # "a plan for “Undertow,” which is back"
    if mask[first - 1 : first] == Tag.POSSESSIVE and not modifies:
        return True  # "on Osk Radio’s “Harbour”"
    if stop < len(mask):
        following = vocabulary.distancing.get(tokens.lowered[stop], ())
        if "work-noun" in following:
            return True  # "whose “Live” programme"
    if _APPOSED.match(mask, stop - 1) and tokens.word(stop - 2) == ",":
        return True  # "the rights to “Undertow,” a thriller"
    if mask[first - 1 : first] == Tag.THE and before[-1] in POSSESSIVES:
        return True  # "her “Ronnie”"
    if mask[first - 1 : first] == Tag.AND and mask[first - 2 : first - 1] in _CLOSES:
        return True  # “Low Tide” and “Undertow”
    return bool(before) and before[-1] in BEFORE_TITLES


def _is_mentioned(page: Page, stop: int, vocabulary: Vocabulary) -> bool:
    """Whether a quotation that ends at token `stop` is spoken of as a word: "“Rage” is a word"."""
    after = page.tokens.lowered[stop] if stop < len(page.mask) else ""
    if after in MEANING:
        return True  # "“Osker” means a tanner"
    if page.mask[stop : stop + 1] != Tag.BE and after not in BECOMES:
        return False
    words = (
        page.tokens.lowered[at] for at in range(stop + 1, min(stop + _SAID_OF_IT, len(page.mask)))
    )
    return any("quoted" in vocabulary.nouns.get(word, ((), ""))[0] for word in words)


def names_after(reader: UnitReader, at: int) -> bool:
    """Whether a name in quotation marks follows: "is known as “Northern Light”"."""
    if reader.mask[at : at + 1] == Tag.AS:
        at += 1
    if reader.mask[at : at + 1] != Tag.OPEN:
        return False
    stop = at + 1
    while stop < reader.end and reader.mask[stop] == Tag.QUOTED:
        stop += 1
    words = [word for word in map(reader.word, range(at + 1, stop)) if len(word) > _SMALL_WORD]
    return bool(words) and all(word[0].isupper() for word in words)


def bare_name(reader: UnitReader, at: int, stop: int) -> bool:
    """Whether a participle gives a name with capitals: "The dam is called Freedom", "the Hammer".

    What ends like a word for people or a creed may be a verdict: "was called Marxist".
    """
    if reader.lowered[at] not in NICKNAMED:
        return False
    first = stop + (reader.mask[stop] == Tag.THE and reader.word(stop) == THE)
    named = reader.mask[first : first + 1] == Tag.NAME
    return named and not reader.lowered[first].endswith(CREEDS_END)


def only_named(reader: UnitReader, at: int, stop: int) -> bool:
    """Whether a participle tells who one is: "Orlo Venn, known as a giant"."""
    said = reader.lowered[at]  # but "a move seen as a threat"
    return said in KNOWN_AS and (said == KNOWN or reader.lowered[stop] not in INDEFINITE)


def only_names(reader: UnitReader, start: int) -> bool:
    """Whether only a name follows: "Orlo Venn, nicknamed | the “Hammer”"."""
    return names_after(reader, start + (reader.mask[start : start + 1] == Tag.THE))
