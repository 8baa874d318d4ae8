"""The vocabulary of the default reader: a tag for every word, frames for reporting verbs."""

from __future__ import annotations

import functools
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from framing.language.abbreviations import SOURCE_TITLES
from framing.language.languages import ENGLISH, Language
from framing.language.verdictwords import IDENTIFIES
from framing.lexicon import word_classes
from framing.voice.text.tags import Tag, any_of
from framing.voice.text.wordtags import PUNCTUATION, TAGGED, tag_by_shape, tag_of_reporting

__all__ = [
    "ACCUSES",
    "ADDRESSEE",
    "ASKS",
    "BLAMES",
    "CLAUSE",
    "DEEMS",
    "DESCRIBES",
    "DOING",
    "FINDS_OUT",
    "HEARSAY",
    "INFINITIVE",
    "LABELS",
    "LIKENS",
    "NAMES_CONTENT",
    "OBJECT",
    "PASSIVE",
    "PHYSICAL",
    "PREDICATE",
    "QUESTION",
    "RAISING",
    "SPEECH",
    "THAT",
    "UNDERTAKES",
    "VERDICT",
    "Heads",
    "Verb",
    "Vocabulary",
    "vocabulary",
]

CLAUSE, SPEECH, ADDRESSEE, QUESTION, INFINITIVE, OBJECT = 1, 2, 4, 8, 16, 32
PHYSICAL, PASSIVE, PREDICATE, THAT, RAISING = 64, 128, 256, 512, 1024
UNDERTAKES, VERDICT, ACCUSES, NAMES_CONTENT = 1 << 11, 1 << 12, 1 << 13, 1 << 14
ASKS, FINDS_OUT, HEARSAY, LABELS, LIKENS = 1 << 15, 1 << 16, 1 << 17, 1 << 18, 1 << 19
BLAMES, DOING, DEEMS, DESCRIBES = 1 << 20, 1 << 21, 1 << 22, 1 << 23
_FRAMES = {
    "none": 0,
    "clause": CLAUSE,
    "that": THAT,
    "raising": RAISING,
    "speech": SPEECH,
    "addressee": ADDRESSEE,
    "question": QUESTION,
    "infinitive": INFINITIVE,
    "object": OBJECT,
    "physical-too": PHYSICAL,
    "passive": PASSIVE,
    "said-infinitive": UNDERTAKES,
    "verdict": VERDICT,
    "accuses": ACCUSES,
    "names-content": NAMES_CONTENT,
    "asks": ASKS,
    "finds-out": FINDS_OUT,
    "hearsay": HEARSAY,
    "labels": LABELS,
    "likens": LIKENS,
    "blames": BLAMES,
    "doing": DOING,
    "deems": DEEMS,
    "describes": DESCRIBES,
}


# What verbs of a class take that no list of frames names.
_USUAL = {
    "neutral": CLAUSE | SPEECH, "strong": CLAUSE | SPEECH, "doubt": CLAUSE, "belief": CLAUSE,
    "truth-presuming": CLAUSE, "intent": INFINITIVE, "support": OBJECT, "opposition": OBJECT,
}  # fmt: skip
_VERB_OR_NOUN = any_of("noun|past|present|ing")
_MAY_REPORT = _VERB_OR_NOUN + Tag.IN
_MAY_BE_SURE = any_of("noun|past|adv")
_BEFORE_PARTICLE = any_of("name|adv")  # a particle may have a capital, or an adverb before it
_OPEN_CLASSES = any_of("noun|past|adv|ing|said")


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb: the words that must follow, what may follow them, its class."""

    rest: tuple[str, ...]
    frames: int
    kind: str


@dataclass(frozen=True, slots=True)
class Head:
    """What a word may head: a reporting verb alone, or one with particles, by the first of them.

    `then` has the tags of which the next token must have one for a verb with particles.
    """

    alone: Verb | None
    longer: Mapping[str, tuple[Verb, ...]]
    then: str


_KEPT = 40  # characters; a longer word is not kept, for it hardly comes twice


class Heads(dict[str, "Head | None"]):
    """Reporting verbs by the word that heads them, as it may be written."""

    def __init__(self, heads: Mapping[str, Head], limit: int = 200_000) -> None:
        super().__init__()
        self._heads = heads
        self._limit = limit

    def __missing__(self, word: str) -> Head | None:
        found = self._heads.get(word.lower().replace("’", "'"))
        if len(self) < self._limit and len(word) < _KEPT:
            self[word] = found
        return found


class Vocabulary(NamedTuple):
    """Tags of known words, and the reporting verbs by the form that heads them."""

    known: dict[str, str]
    heads: Heads
    nouns: dict[str, tuple[tuple[str, ...], str]]
    sources: Mapping[str, tuple[str, ...]]
    distancing: Mapping[str, tuple[str, ...]]

    def tag(self, word: str) -> str:
        """Return the tag of a word as written, known or guessed from its shape."""
        return self.known.get(word) or tag_by_shape(word, self.known)


@functools.cache
def vocabulary(language: Language = ENGLISH) -> Vocabulary:
    """Build the vocabulary from the shipped lexicons of a language, once."""
    known = dict(TAGGED)
    verbs = _reporting_verbs(language, known)
    nouns = _noun_cues(word_classes(language.cues["nouns"]), known)
    distancing = word_classes(language.cues["distancing"])
    _tag_distancing(distancing, known)
    known.update(PUNCTUATION)
    for title in SOURCE_TITLES:
        known[title.capitalize() + "."] = Tag.NAME
    known["May"] = Tag.NAME  # a month or a name, no modal verb
    heads = Heads({word: _head(found, known) for word, found in verbs.items()})
    return Vocabulary(known, heads, nouns, word_classes(language.cues["sources"]), distancing)


def _reporting_verbs(language: Language, known: dict[str, str]) -> dict[str, list[Verb]]:
    """Read verbs and adjectives that report, by the word that heads them; tag their forms."""
    frames = word_classes(language.cues["frames"])
    kinds = word_classes(language.cues["verbs"])
    verbs: dict[str, list[Verb]] = {}
    for form in sorted({*frames, *kinds}):
        classes = frames.get(form, ())
        head, *rest = form.split()
        if "predicate" in classes or "inclined" in classes:
            flags = PREDICATE | (OBJECT if rest else CLAUSE if "predicate" in classes else 0)
            flags |= INFINITIVE if "inclined" in classes else 0
            verbs.setdefault(head, []).append(Verb(tuple(rest), flags, "belief"))
            if known.get(head, Tag.NOUN) in _MAY_BE_SURE:
                known[head] = Tag.SURE
            continue
        kind = kinds.get(form, ("neutral",))[0]
        flags = sum(_FRAMES[name] for name in classes) if classes else _USUAL[kind]
        if not flags or (not rest and TAGGED.get(head, Tag.PRESENT) not in _MAY_REPORT):
            continue
        verbs.setdefault(head, []).append(Verb(tuple(rest), flags, kind))
        if TAGGED.get(head, Tag.PRESENT) in _VERB_OR_NOUN and known.get(head) != Tag.SURE:
            known[head] = tag_of_reporting(head)
    for head, found in verbs.items():
        if head not in IDENTIFIES:
            _with_as(found)
    return verbs


def _with_as(found: list[Verb]) -> None:
    """Add a verb with "as" right after it to one that labels: "was *panned* at home *as* filth"."""
    alone = next((verb for verb in found if not verb.rest), None)
    if alone is None or not alone.frames & LABELS or alone.frames & (SPEECH | CLAUSE | RAISING):
        return
    if all(verb.rest != ("as",) for verb in found):
        found.append(Verb(("as",), OBJECT | VERDICT | PASSIVE, alone.kind))


def _tag_distancing(distancing: Mapping[str, tuple[str, ...]], known: dict[str, str]) -> None:
    """Tag single words that hold others at a distance: "so-called", "allegedly"."""
    for form, classes in distancing.items():
        if known.get(form, Tag.NOUN) in _OPEN_CLASSES and " " not in form:
            if "adverb" in classes or "hearsay" in classes:
                known[form] = Tag.ALLEGEDLY
            elif "before-noun" in classes or "pretext" in classes:
                known[form] = Tag.SO_CALLED


def _head(found: list[Verb], known: dict[str, str]) -> Head:
    """Sort what one word heads: the longest first."""
    alone = next((verb for verb in found if not verb.rest), None)
    longer: dict[str, list[Verb]] = {}
    for verb in sorted(found, key=lambda verb: (-len(verb.rest), verb.rest)):
        if verb.rest:
            longer.setdefault(verb.rest[0], []).append(verb)
    then = {tag_by_shape(first, known) for first in longer}
    if longer:
        then |= {*_BEFORE_PARTICLE, *(Tag.IN if "as" in longer else ""), *_masked(then)}
    longest = {first: tuple(verbs) for first, verbs in longer.items()}
    return Head(alone, longest, "".join(sorted(then)))


def _masked(tags: Collection[str]) -> str:
    """Return the tags that stand on a page for those that are masked there."""
    masked = Tag.NOUN if Tag.CUE_NOUN in tags else ""
    return masked + (Tag.NOUN + Tag.SAID if Tag.SO_CALLED in tags else "")


_NOUN_FRAMES = frozenset(
    """clause of to toward unowned infinitive opinion-phrase in-poll quoted said-as said-of
    not-said""".split()
)


def _noun_cues(
    cues: Mapping[str, tuple[str, ...]], known: dict[str, str]
) -> dict[str, tuple[tuple[str, ...], str]]:
    """Read nouns that report: their frames and kind; tag those that are no verbs as well."""
    nouns = {}
    for form, classes in sorted(cues.items()):
        if " " in form:
            continue
        frames = tuple(name for name in classes if name in _NOUN_FRAMES)
        kind = next((name for name in classes if name not in frames), "neutral")
        nouns[form] = (frames, kind)
        if known.get(form, Tag.NOUN) == Tag.NOUN:
            known[form] = Tag.CUE_NOUN
    return nouns
