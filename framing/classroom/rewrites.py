"""Checking a rewrite against the lexicons, without printing the list in the pupils' file.

The page needs to know which words the lexicons call loaded; a readable list would be the key.
So it holds fingerprints of the forms, and takes the fingerprint of what a pupil wrote. It knows,
too, which names, numbers and other words of the sentence a rewrite would keep.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from framing.language import WORD, words_in
from framing.language.closed import FUNCTION_WORDS, NUMBERS
from framing.lexicon import Lexicon
from framing.lexicon.forms import forms_of

__all__ = [
    "LONGEST",
    "facts_of",
    "fingerprint",
    "fnv1a",
    "listed_forms",
    "listed_in",
    "lost_in",
    "words_of",
]

LONGEST = 4
"""Words in the longest form that a rewrite is checked for."""


def words_of(text: str) -> list[str]:
    """Return the words of a text, lower case, apostrophes straight.

    Examples
    --------
    >>> words_of("The regime’s so-called peace.")
    ['the', "regime's", 'so-called', 'peace']
    """
    return words_in(text.lower().replace("’", "'"))


def fingerprint(words: str) -> str:
    """Return the first 10 hexadecimal digits of the 64-bit FNV-1a hash of `words`.

    A fingerprint is no secret, only no plain text: it keeps the list from being read.
    http://www.isthe.com/chongo/tech/comp/fnv/ gives the function and the test vector below.

    Examples
    --------
    >>> fingerprint("foobar")
    '85944171f7'
    """
    return fnv1a(words.encode("utf-8", "surrogatepass"))[:10]


def fnv1a(data: bytes) -> str:
    """Return the 64-bit FNV-1a hash of `data` in hexadecimal digits.

    Examples
    --------
    >>> fnv1a(b"foobar")
    '85944171f73967e8'
    """
    value = 0xCBF29CE484222325
    for byte in data:
        value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return f"{value:016x}"


def listed_forms(lexicons: Iterable[Lexicon], more: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the fingerprints of every loaded form, shortest first where one holds another.

    Forms with a slot for a nation are left out: their head is a form of its own.
    """
    forms = {" ".join(words_of(text)) for text in more}
    for lexicon in lexicons:
        for concept, variants in zip(lexicon.concepts, forms_of(lexicon), strict=True):
            for variant, expanded in zip(concept.variants, variants, strict=True):
                if variant.intensity > 0 and lexicon.kind == "naming":
                    forms |= {" ".join(words_of(f.text)) for f in expanded if "{" not in f.text}
    kept: set[str] = set()
    for form in sorted(forms, key=lambda form: (form.count(" "), form)):
        words = form.split()
        if 0 < len(words) <= LONGEST and not any(g in kept for g in _grams(words)):
            kept.add(form)
    return tuple(sorted(fingerprint(form) for form in kept))


def listed_in(text: str, listed: Iterable[str]) -> list[str]:
    """Return the words of `text` that are on the list, in the order they stand.

    Examples
    --------
    >>> listed_in("The regime sent troops.", [fingerprint("regime")])
    ['regime']
    """
    wanted = set(listed)
    words = words_of(text)
    found = []
    for start in range(len(words)):
        for stop in range(start + 1, min(start + LONGEST, len(words)) + 1):
            gram = " ".join(words[start:stop])
            bare = gram.removesuffix("'s")
            if fingerprint(gram) in wanted or fingerprint(bare) in wanted:
                found.append(gram)
    return found


def facts_of(sentence: str, loaded: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names and numbers of a sentence, and its other telling words.

    Of a name of several words the last stands for all, as of a number of several groups. A number
    in words may come back as a figure. In a headline with a capital on most words no name can be
    told from a word.

    Examples
    --------
    >>> facts_of("The regime sent twelve troops to Port Lindow, Ana Roe said.", ["regime"])
    (('twelve|12', 'Lindow', 'Roe'), ('sent', 'troops', 'said'))
    >>> facts_of("After that Mr. Lund and 2,400 others left the U.S. base.", [])
    (('Lund', '400'), ('left', 'base'))
    """
    left_out = {word for phrase in loaded for word in words_of(phrase)}
    found = [match for match in WORD.finditer(sentence) if match[0].lower() not in left_out]
    names_show = 2 * sum(match[0][0].isupper() for match in found) <= len(found)
    facts: list[str] = []
    rest: list[str] = []
    runs = False  # whether the word before is of the same name
    for match, following in zip(found, [*found[1:], None], strict=True):
        word, low = match[0], match[0].lower()
        onward = following is not None and _goes_on(sentence, match, following)
        if word[0].isdigit():
            facts += [] if onward else [word]
        elif low in _FIGURES:
            facts.append(f"{low}|{_FIGURES[low]}")
        elif low not in FUNCTION_WORDS and len(word) > 1 and not word[0].isupper():
            rest.append(low)
        elif low not in FUNCTION_WORDS and len(word) > 1 and names_show and not onward:
            opens = _OPENS.search(sentence, max(0, match.start() - 5), match.start())
            facts += [_bare(word)] if runs or opens is None else []
        runs = onward
    return tuple(dict.fromkeys(facts)), tuple(dict.fromkeys(rest))


def _goes_on(sentence: str, match: re.Match[str], following: re.Match[str]) -> bool:
    """Say whether a name, or a number in groups, goes on in the next word."""
    between = sentence[match.end() : following.start()]
    if match[0][0].isdigit():
        return between in (",", ".") and following[0][0].isdigit()
    joined = between == " " or (between == ". " and len(match[0]) <= _SHORT_TITLE)
    return match[0][0].isupper() and following[0][0].isupper() and joined


def lost_in(text: str, sentence: str, facts: Iterable[str], rest: Sequence[str]) -> list[str]:
    """Return what a rewrite of `sentence` has lost: names, numbers, or most of it.

    Examples
    --------
    >>> whole = "The regime sent twelve troops to Lindow."
    >>> lost_in("Dog", whole, ("twelve|12", "Lindow"), ("sent", "troops"))
    ['twelve', 'Lindow', 'most of the sentence']
    >>> lost_in("A dozen? No: 12 went to Lindow.", whole, ("twelve|12", "Lindow"), ("sent",))
    []
    """
    words = [_bare(word) for word in words_of(text)]
    lost = [
        fact.partition("|")[0]
        for fact in facts
        if not any(_alike(form.lower(), word) for form in fact.split("|") for word in words)
    ]
    if len(words) * 2 < len(words_of(sentence)):
        lost.append("most of the sentence")
    elif len(rest) > 1 and not any(_alike(one, word) for one in rest for word in words):
        lost.append("what happened")
    return lost


_FIGURES = {
    word: str(number)
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve".split(), 2
    )
    if word in NUMBERS
}
_OPENS = re.compile(r"(?:^|[.:!?])[\s“”\"'‘(]*$")
_SHORT_TITLE = 4  # letters of "Mr", "Sen", "Prof" before their point
_ENDING = 3  # letters in which two forms of one word may differ: Varenia, Varenian; send, sending


def _bare(word: str) -> str:
    return word.replace("’", "'").removesuffix("'s").removesuffix("'")


def _alike(one: str, other: str) -> bool:
    """Say whether two words are forms of one: they begin alike for four letters or more."""
    if one == other:
        return True
    short = min(len(one), len(other))
    most = max(4, max(len(one), len(other)) - _ENDING)
    return short >= most and one[:most] == other[:most]


def _grams(words: Sequence[str]) -> list[str]:
    return [
        " ".join(words[start:stop])
        for start in range(len(words))
        for stop in range(start + 1, len(words) + 1)
    ]
