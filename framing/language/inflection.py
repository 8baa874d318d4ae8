"""Inflected forms of an entry, worked out once when a lexicon is compiled.

Lemminflect's dictionary comes first, its rules for unknown words second (Jascob,
https://github.com/bjascob/LemmInflect, last released in 2022), and the tables below speak where
both are known to be wrong. ``tests/benchmarks/inflection.py`` compares, on 337 entries such as
lexicons hold, with forms written by hand: lemminflect missed 15 of 957 forms and made 28 wrong
ones; pyinflect, its older sister, missed 19 and made 62 wrong ("bi" for bus, "wining" for win);
inflect missed 362, since of verbs it makes participles only. What lemminflect got wrong there
(passers-by, coups d'état, "sexually assaulted", "tieing") is now in heads, tables and rules here;
"faits accomplis" is left. Those figures are on the entries that the tables were made from: take
lemminflect's own as what to expect of words not among them.

Lemminflect is imported only here, and only when a form is really asked for.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.util
import re
from collections.abc import Callable, Iterable
from pathlib import Path

from framing.language.spelling import spellings, with_points
from framing.language.verbforms import VERBS_IN_LY

__all__ = ["head_of", "inflect", "inflection_data", "unique", "word_kinds"]

_PREPOSITION_WORDS = "of by in at from for to against on with under over without into between among"
_PARTICLE_WORDS = "by in up on off out down over of at to away through"
_PREPOSITIONS = frozenset(_PREPOSITION_WORDS.split())
_HYPHEN_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_SLOT = re.compile(r"\{[^{}]*\}")

# Words whose forms the dictionary and the rules get wrong, found by the 300-entry check.
_IRREGULAR_NOUNS: dict[str, tuple[str, ...]] = {
    "accompli": ("accomplis",),
    "child": ("children",),
    "mujahid": ("mujahideen", "mujahidin", "mujahedin"),
    "negro": ("negroes",),
    "ox": ("oxen",),
    "passerby": ("passersby",),
    "person": ("people", "persons"),
    # Of these the dictionary lists no plural.
    "disgrace": ("disgraces",),
    "flack": ("flacks",),
    "furor": ("furors",),
    "heathen": ("heathens",),
    "impeachment": ("impeachments",),
    "ouster": ("ousters",),
    "pullout": ("pullouts",),
    "rampage": ("rampages",),
    "repeal": ("repeals",),
    "sand": ("sands",),
    "uproar": ("uproars",),
}

_IRREGULAR_VERBS: dict[str, tuple[str, ...]] = {
    "be": ("am", "are", "is", "was", "were", "been", "being"),
    "prove": ("proves", "proved", "proven", "proving"),
    "sting": ("stings", "stung", "stinging"),
}

# Forms that the dictionary lists and no edited text has.
_WRONG = frozenset(
    {
        "aircrafts", "axises", "bended", "feti", "foeti", "halfs", "leafs", "oxes", "rooves",
        "spacecrafts", "teared", "tieing",
    }
)  # fmt: skip

# Adjectives that follow their noun, which is then what inflects; None: after any noun.
_POSTPOSED: dict[str, frozenset[str] | None] = {
    "general": frozenset(
        {
            "attorney", "auditor", "comptroller", "consul", "director", "governor", "inspector",
            "postmaster", "secretary", "solicitor", "surgeon",
        }
    ),
    "martial": frozenset({"court"}),
    "d'état": frozenset({"coup"}),
    "d'etat": frozenset({"coup"}),
    "elect": None,
    "designate": None,
    "apparent": frozenset({"heir"}),
}  # fmt: skip


def inflect(entry: str, part: str) -> tuple[str, ...]:
    """Return every form of an entry listed under `part`, the entry itself first.

    Parameters
    ----------
    entry : str
        One word or several; ``{slots}`` and words ending in ``*`` are left as they are.
    part : str
        ``nouns`` (plural added, on the head: "armies of occupation"), ``verbs`` (all five
        forms, on the first word: "cracked down"), ``adjectives`` (degrees that a dictionary
        lists) or ``exact`` (nothing added). British and American spellings are added to all
        but ``exact``, and so are points in initials ("P.O.W.s").

    Examples
    --------
    >>> inflect("passer-by", "nouns")
    ('passer-by', 'passers-by')
    >>> inflect("cover-up", "nouns")
    ('cover-up', 'cover-ups')
    >>> inflect("strike down", "verbs")
    ('strike down', 'strikes down', 'struck down', 'stricken down', 'striking down')
    >>> inflect("colonise", "verbs")[:4]
    ('colonise', 'colonize', 'colonises', 'colonizes')
    """
    if part == "exact":
        return (entry,)
    words = entry.split(" ")
    head = head_of(words, part)
    if head is None:
        return (entry,)
    forms: Iterable[str] = _heads(words[head], part)
    if len(words) > 1:
        before, after = words[:head], words[head + 1 :]
        forms = [
            " ".join(respelled)
            for form in forms
            for respelled in _respelled([*before, form, *after], head)
        ]
    return unique([entry, *(pointed for form in forms for pointed in with_points(form))])


@functools.cache
def inflection_data() -> str:
    """Return the SHA-256 of the data that lemminflect makes inflections of.

    Examples
    --------
    >>> len(inflection_data())
    64
    """
    digest = hashlib.sha256()
    spec = importlib.util.find_spec("lemminflect")
    if spec is not None and spec.origin is not None:
        for path in sorted((Path(spec.origin).parent / "resources").glob("*infl*")):
            data = path.read_bytes()
            digest.update(f"{path.name}:{len(data)}:".encode() + data)
    return digest.hexdigest()


def unique(forms: list[str]) -> tuple[str, ...]:
    """Drop repeated forms, keeping the order of first mention."""
    return tuple(dict.fromkeys(forms))


def _respelled(words: list[str], head: int) -> list[list[str]]:
    """Add the other spelling of the words around the head ("labour camps", "labor camps")."""
    found = [words]
    for at, word in enumerate(words):
        if at != head:
            others = spellings(word)[1:]
            found += [[*words[:at], other, *words[at + 1 :]] for other in others]
    return found


def head_of(words: list[str], part: str) -> int | None:
    """Find the word that inflects; None when it is a slot or a prefix pattern."""
    head = len(words) - 1
    if part == "verbs":
        head = 0
        while head < len(words) - 1 and _is_adverb(words[head]):
            head += 1
    elif part == "nouns":
        for at, word in enumerate(words[1:], start=1):
            if word in _PREPOSITIONS:
                head = at - 1
                break
        if head and _postposed(words[head - 1], words[head]):
            head -= 1
    word = words[head]
    return None if not word or word.endswith("*") or _SLOT.search(word) else head


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and word not in VERBS_IN_LY


def _postposed(noun: str, adjective: str) -> bool:
    """Tell whether a word is an adjective after its noun ("attorney general")."""
    adjective = adjective.lower().replace("’", "'")
    if adjective not in _POSTPOSED:
        return False
    nouns = _POSTPOSED[adjective]
    return nouns is None or noun.lower() in nouns


@functools.lru_cache(maxsize=65_536)
def _heads(word: str, part: str) -> tuple[str, ...]:
    """Inflect the word that inflects, in both spellings."""
    found: list[str] = []
    for form in _word(word, part):
        found += (form,) if part == "nouns" and form.endswith("yses") else spellings(form)
    return tuple(found)


def _word(word: str, part: str) -> tuple[str, ...]:
    """Inflect one word; of a hyphenated one, the part that inflects."""
    pieces = word.split("-")
    if len(pieces) == 1:
        return _simple(word, part)
    at = len(pieces) - 1
    if part == "verbs" and pieces[-1].lower() in _HYPHEN_PARTICLES:
        at = 0
    elif part == "nouns":
        at = _noun_of(pieces)
    before, after = pieces[:at], pieces[at + 1 :]
    return tuple("-".join([*before, form, *after]) for form in _simple(pieces[at], part))


def _noun_of(pieces: list[str]) -> int:
    """Find the noun of a hyphenated one: passer-by, commander-in-chief, secretary-general."""
    lower = [piece.lower() for piece in pieces]
    if len(pieces) > 2 and lower[1] in ("in", "to", "of", "at"):
        return 0
    doer = lower[-2].endswith(("er", "or")) and lower[-2] != "cover"
    if doer and lower[-1] in _HYPHEN_PARTICLES:
        return len(pieces) - 2
    return len(pieces) - 2 if _postposed(pieces[-2], pieces[-1]) else len(pieces) - 1


def _simple(word: str, part: str) -> tuple[str, ...]:
    """Inflect one unhyphenated word, keeping the capitals it was written with."""
    if not word.replace("'", "").isalpha() or not word.isascii():
        return _plain(word, part)
    lower = word.lower()
    forms = _looked_up(lower, part)
    if word == lower:
        return unique([word, *forms])
    capital = [
        word + form[len(lower) :] if form.startswith(lower) else form[:1].upper() + form[1:]
        for form in forms
    ]
    return unique([word, *capital])


def _plain(word: str, part: str) -> tuple[str, ...]:
    """Inflect what no English dictionary holds: an s at the end of a noun, else nothing."""
    return (word, f"{word}s") if part == "nouns" and word[-1:].isalpha() else (word,)


def _looked_up(word: str, part: str) -> tuple[str, ...]:
    known = {"nouns": _IRREGULAR_NOUNS, "verbs": _IRREGULAR_VERBS}.get(part, {})
    if word in known:
        return (word, *known[word])
    tags = {
        "nouns": ("NOUN", ("NNS",)),
        "verbs": ("VERB", ("VBZ", "VBD", "VBN", "VBG")),
        "adjectives": ("ADJ", ("JJR", "JJS")),
    }[part]
    listed, guessed = _lemminflect()
    forms = listed(word, upos=tags[0])
    if not forms and part == "nouns" and _is_plural(word, listed):
        return (word,)
    if not forms and part != "adjectives":
        forms = guessed(word, tags[0])
    found = [form for tag in tags[1] for form in forms.get(tag, ())]
    return (word, *(form for form in found if form not in _WRONG and form.isalpha()))


def _is_plural(word: str, listed: Callable[..., dict[str, tuple[str, ...]]]) -> bool:
    """Tell whether a word is the listed plural of another ("troops"), so needs no second s."""
    if not word.endswith("s") or word.endswith("ss"):
        return False
    singulars = [word[:-1], word[:-2], f"{word[:-3]}y"]
    return any(
        word in listed(singular, upos="NOUN").get("NNS", ()) for singular in singulars if singular
    )


@functools.lru_cache(maxsize=1 << 15)
def word_kinds(word: str) -> frozenset[str]:
    """Return the parts of speech that a dictionary gives a folded word; none where unknown.

    Examples
    --------
    >>> sorted(word_kinds("deal")), sorted(word_kinds("zorg"))
    (['NOUN', 'VERB'], [])
    """
    import lemminflect

    return frozenset(part for part, lemmas in lemminflect.getAllLemmas(word).items() if lemmas)


@functools.cache
def _lemminflect() -> tuple[
    Callable[..., dict[str, tuple[str, ...]]], Callable[..., dict[str, tuple[str, ...]]]
]:
    import lemminflect

    return lemminflect.getAllInflections, lemminflect.getAllInflectionsOOV
