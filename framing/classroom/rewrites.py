"""Checking a rewrite against the lexicons, without printing the list in the pupils' file.

The page needs to know which words the lexicons call loaded; a readable list would be the key.
So it holds fingerprints of the forms, and takes the fingerprint of what a pupil wrote.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from framing.language import words_in
from framing.lexicon import Lexicon
from framing.lexicon.forms import forms_of

__all__ = ["LONGEST", "fingerprint", "fnv1a", "listed_forms", "listed_in", "words_of"]

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


def _grams(words: Sequence[str]) -> list[str]:
    return [
        " ".join(words[start:stop])
        for start in range(len(words))
        for stop in range(start + 1, len(words) + 1)
    ]
