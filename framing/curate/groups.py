"""Noun groups of a sentence without a parser: what may be the name of something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from framing.curate.functionwords import DETERMINERS, STOPS, is_adverb
from framing.language import WORD, closed, has_letter
from framing.language.abbreviations import TITLES
from framing.language.inflection import word_kinds
from framing.language.verbforms import IRREGULAR_REPORTING, NOT_ED, NOT_ING, PAST

__all__ = ["LONGEST", "Group", "noun_groups", "parted"]

LONGEST = 5
_LONGEST_TITLED = 8
_NEXT_WORD = re.compile(rf" ({WORD.pattern})")
_OWNER = re.compile(r"['’]s?$")
_TOKEN = re.compile(rf"(?:[A-Z]\.){{2,}}(?:['’]s)?|{WORD.pattern}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BEFORE_ADJECTIVES = (DETERMINERS | closed.PREPOSITIONS | {"of", "as"}) - {"that"}
_PAST = PAST | {past for past, _ in IRREGULAR_REPORTING.values()}
_CUT_OFF = frozenset({"s", "t", "re", "ve", "ll", "d", "m"})  # of "Venn’ s", spaced
_AFTER_VERBS = DETERMINERS | closed.OBJECT_PRONOUNS | {"that"}
_BEFORE_VERBS = closed.MODALS | closed.SUBJECT_PRONOUNS | {"to", "not", "n't"}


class Group(NamedTuple):
    """A noun group: where it stands, its words in lower case, and whether it is a proper name."""

    start: int
    end: int
    words: tuple[str, ...]
    name: bool

    @property
    def key(self) -> str:
        """The words as one text."""
        return " ".join(self.words)


def noun_groups(text: str, start: int, end: int) -> list[Group]:
    """Return the noun groups of one sentence, without determiners, in their order.

    A run of words that are neither function words nor plainly verbs, of five words at most. After
    a possessive another group begins. Without a parser some groups are none.

    Parameters
    ----------
    text : str
        The whole text.
    start, end : int
        Where the sentence stands in it.

    Examples
    --------
    >>> text = "Federal agents detained 40 undocumented migrants at the mayor's old house."
    >>> [group.key for group in noun_groups(text, 0, len(text))]
    ['federal agents', 'undocumented migrants', 'mayor', 'old house']
    >>> text = "Orlow's [q]uestions and the border plan remain."
    >>> [group.key for group in noun_groups(text, 0, len(text))]
    ['orlow', 'border plan']
    """
    found = []
    for run in _runs(text, start, end):
        while run and is_adverb(run[0].group()):
            run = run[1:]
        while run and not (_ends_group(run[-1].group()) or _names_an_act(run)):
            run = run[:-1]
        if not run or len(run) > _LONGEST_TITLED or _stands_as_verb(text, run):
            continue
        last = _OWNER.sub("", run[-1].group())
        words = (*(word.group().lower() for word in run[:-1]), last.lower())
        capitals = [word.group()[0].isupper() for word in run]
        opens = run[0].start() == start
        name = all(capitals) and (len(run) > 1 or not opens or not word_kinds(words[0]))
        group = Group(run[0].start(), run[-1].start() + len(last), words, name)
        found += [group] if len(run) <= LONGEST else parted(text, group)
    return found


def _ends_group(word: str) -> bool:
    """Tell whether a word can be the last of a noun group: a noun, a name, or unknown."""
    if word[0].isupper() or _OWNER.search(word):
        return has_letter(word)
    kinds = word_kinds(word.lower())
    if not kinds and word.endswith("ed") and word not in NOT_ED:
        return False  # a participle that no dictionary has: "redacted"
    return has_letter(word) and not is_adverb(word) and (not kinds or "NOUN" in kinds)


def _names_an_act(run: Sequence[re.Match[str]]) -> bool:
    """Tell whether a run ends in an adjective and a word in -ing: "global warming"."""
    return len(run) > 1 and _gerund(run[-2].group(), run[-1].group().lower())


def _gerund(before: str, low: str) -> bool:
    return low.endswith("ing") and "ADJ" in word_kinds(before.lower())


def _stands_as_verb(text: str, run: Sequence[re.Match[str]]) -> bool:
    """Tell whether one bare word that may be a verb has an object or an adverb after it."""
    word = run[0].group()
    if len(run) > 1 or not word.islower() or not {"NOUN", "VERB"} <= word_kinds(word):
        return False
    after = _NEXT_WORD.match(text, run[0].end())
    return after is not None and (after[1].lower() in _AFTER_VERBS or is_adverb(after[1]))


def parted(text: str, group: Group) -> list[Group]:
    """Return a title and the name after it as groups of their own; nothing where there is none.

    Examples
    --------
    >>> text = "police chief Orlo Venn"
    >>> [one.key for one in parted(text, noun_groups(text, 0, len(text))[0])]
    ['police chief', 'orlo venn']
    """
    words = list(_TOKEN.finditer(text, group.start, group.end))
    for cut in range(1, len(words)):
        name = [word.group() for word in words[cut:]]
        if not all(word[0].isupper() for word in name):
            continue
        if "NOUN" in word_kinds(group.words[cut - 1]) and not word_kinds(name[0].lower()):
            start, end = words[cut].start(), words[cut - 1].end()
            proper = all(word.group()[0].isupper() for word in words[:cut])
            return [
                Group(group.start, end, group.words[:cut], proper),
                Group(start, group.end, group.words[cut:], True),
            ]
    return []


def _runs(text: str, start: int, end: int) -> Iterator[list[re.Match[str]]]:
    """Yield runs of words that can stand in one noun group."""
    run: list[re.Match[str]] = []
    before = ""
    for word in _TOKEN.finditer(text, start, end):
        low = word.group().lower().replace("’", "'")
        if run and not _joined(text[run[-1].end() : word.start()], run[-1].group()):
            yield run
            run, before = [], ""
        if _ends_run(text, word, run, before):
            if run:
                yield run
            run = []
        else:
            run.append(word)
            if _OWNER.search(low):
                yield run
                run, low = [], "the"  # what is owned may begin with an adjective in -ed
        before = low
    if run:
        yield run


def _ends_run(text: str, word: re.Match[str], run: Sequence[re.Match[str]], before: str) -> bool:
    """Tell whether a word can be no part of a noun group where it stands."""
    low = word.group().lower().replace("’", "'")
    if not (has_letter(low) or _YEAR.fullmatch(low)) or _of_an_altered_word(text, word):
        return True
    capitals = bool(run) and word.group()[0].isupper() and run[-1].group()[0].isupper()
    if low in STOPS and not (capitals and low in closed.MODALS):  # "Theresa May"
        return True
    after = _NEXT_WORD.match(text, word.end())
    if run and _gerund(run[-1].group(), low) and not (after and after[1].lower() in _AFTER_VERBS):
        return False
    return low in _CUT_OFF or _is_verb(low, word.group(), before, bool(run))


def _of_an_altered_word(text: str, word: re.Match[str]) -> bool:
    """Tell whether brackets part the word from its own letters ("[q]uestions", "allegation[s]")."""
    before, after = text[max(0, word.start() - 1) : word.start()], text[word.end() : word.end() + 2]
    return before == "]" or after[:1] == "[" or (before == "[" and after[1:].isalpha())


def _joined(gap: str, before: str) -> bool:
    return gap == " " or (gap == ". " and (before in TITLES or len(before) == 1))


def _is_verb(low: str, written: str, before: str, inside: bool) -> bool:
    """Tell whether a word is plainly a verb where it stands."""
    if written[0].isupper() and (inside or not before):
        return False
    kinds = word_kinds(low)
    if "VERB" not in kinds:
        return False
    if low in NOT_ED or low in NOT_ING:
        return False
    if low.endswith("ing"):
        return inside or before not in DETERMINERS
    if low.endswith("ed") or low in _PAST:
        return inside or before not in _BEFORE_ADJECTIVES
    return not kinds & {"NOUN", "ADJ"} or (not inside and before in _BEFORE_VERBS)
