"""Checks of a lexicon's forms: twice in a concept, hidden by longer ones, never matching."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from framing.lexicon.forms import Form, forms_of
from framing.lexicon.lexiconrecords import WORD_LISTS, Concept, Finding, Lexicon, Variant

__all__ = ["check_forms", "entries_without_use"]

_SLOT = re.compile(r"\{([^{}]*)\}")
#: What matching does not see, or sees as a space: hyphens and marks without width; and the star.
_UNSEEN = dict.fromkeys(map(ord, "*-\u2010\u2011\u00ad\u200b\u200c\u200d\u2060\ufeff"), " ")
#: Angle brackets around words; and one that stands at a word: "<3" and "x < y" are symbols.
_NAMING = re.compile(r"<([^<>]+)>")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_BRACKET = re.compile(r"<[^\W\d_]{2}|[^\W\d_]{2}>")
_ONLY_EXACT = (
    "only entries under `exact` may have them, elsewhere they are looked for as they stand"
)
_GOOD_SLOT = re.compile(r"nation:([^{}:]+)\Z")


def check_forms(lexicon: Lexicon, file: str) -> Iterator[Finding]:
    """Yield what is wrong with the words of a lexicon, concept by concept."""
    for concept, forms in zip(lexicon.concepts, forms_of(lexicon), strict=True):
        for variant in concept.variants:
            yield from _entries(concept, variant, file)
        if lexicon.kind == "naming":
            yield from _one_sided(concept, file)
            yield from _twice(concept, forms, file)
            yield from _hidden(concept, forms, file)


def entries_without_use(lexicon: Lexicon, file: str) -> list[Finding]:
    """Return the entries of a lexicon that can never match, and why."""
    return [
        finding
        for concept in lexicon.concepts
        for variant in concept.variants
        for finding in _unmatched(concept, variant, file)
    ]


def _entries(concept: Concept, variant: Variant, file: str) -> Iterator[Finding]:
    """Yield what is wrong with the entries of one variant."""
    where = f"variant '{variant.id}' of concept '{concept.id}'"
    yield from _unmatched(concept, variant, file)
    for form in variant.extrapolated:
        if not any(form in _of(variant, part) for part in WORD_LISTS):
            yield Finding(
                file,
                variant.line,
                f"{where} lists '{form}' under `extrapolated`, which is none of its entries",
                "list it under one of its word lists too, or remove it",
            )
    if variant.valid_from and variant.valid_to and variant.valid_from > variant.valid_to:
        yield Finding(
            file,
            variant.line,
            f"{where} is valid from {variant.valid_from} to {variant.valid_to}, so never",
            "exchange valid_from and valid_to",
        )
    if variant.by_fact and variant.intensity:
        yield Finding(
            file,
            variant.line,
            f"{where} is loaded and `by_fact`, as if what happened had chosen its words",
            "remove `by_fact`, or make it a neutral variant",
        )
    yield from _conditions(variant, where, file)


def _conditions(variant: Variant, where: str, file: str) -> Iterator[Finding]:
    """Yield what is wrong with the phrases that a variant needs or must not stand in."""
    words = {" ".join(entry.lower().split()) for part in WORD_LISTS for entry in _of(variant, part)}
    for phrase in (*variant.unless, *variant.unless_in_sentence):
        if " ".join(phrase.lower().split()) in words:
            yield Finding(
                file,
                variant.line,
                f"{where} does not count in '{phrase}', which is the entry itself",
                "make the phrase under `unless` longer than the entry",
            )
    for phrase in (*variant.unless, *variant.unless_in_sentence, *variant.requires):
        if _pair(phrase):
            yield Finding(
                file,
                variant.line,
                f"{where} has angle brackets in its condition '{phrase}': {_ONLY_EXACT}",
                "write the phrase without them",
            )


def _unmatched(concept: Concept, variant: Variant, file: str) -> Iterator[Finding]:
    """Yield the entries of one variant that can never match, and why."""
    where = f"variant '{variant.id}' of concept '{concept.id}'"
    for part in WORD_LISTS:
        for entry in _of(variant, part):
            reason = _never(entry, concept) or _bracketed(entry, part)
            if reason:
                what, mend = reason
                yield Finding(
                    file, variant.line, f"entry '{entry}' under {part} of {where} {what}", mend
                )


def _of(variant: Variant, part: str) -> tuple[str, ...]:
    entries: tuple[str, ...] = getattr(variant, part)
    return entries


def _never(entry: str, concept: Concept) -> tuple[str, str] | None:
    """Say why an entry can never match, and what mends it; None where it can."""
    bare = _SLOT.sub(" ", entry)
    for slot in _SLOT.findall(entry):
        named = _GOOD_SLOT.match(slot)
        if named is None:
            return f"has the slot {{{slot}}}", "write slots as {nation:NAME}"
        if named[1] not in concept.slots:
            return (
                f"has the slot '{named[1]}', which the concept does not declare",
                f"add `{named[1]}` to its `slots:`",
            )
    if "{" in bare or "}" in bare:
        return "has a brace without its pair", "write slots as {nation:NAME}"
    if not any(character.isalnum() for character in bare):
        if bare != entry:
            return "is a slot and nothing else", "add the word that names the concept"
        if not bare.translate(_UNSEEN).strip():
            return "has no letter in it", "write words, or remove it"
        behind = "has * behind no letter; entries are words, no patterns", "write words"
        return behind if "*" in bare else None
    for word in bare.split():
        star = word.find("*")
        if star == 0:
            return "begins with *", "put * at a word's end only"
        if 0 < star < len(word) - 1:
            return "has * inside a word", "put * at a word's end only"
    return ("has * beside a slot", "list its forms") if "*" in bare and bare != entry else None


def _bracketed(entry: str, part: str) -> tuple[str, str] | None:
    """Say why the angle brackets of an entry mark nothing; None where they do, or are a symbol."""
    pair = _pair(entry)
    if part != "exact":
        return (f"has angle brackets: {_ONLY_EXACT}", "list its forms there") if pair else None
    rest = entry if pair is None else entry[: pair.start()] + " " + entry[pair.end() :]
    if _BRACKET.search(rest):
        what = "a second pair of angle brackets" if pair else "an angle bracket without its pair"
        return f"has {what}, looked for as it stands", "put one pair around the words that name"
    if re.search(r"<\s*>", entry) and any(character.isalpha() for character in entry):
        return "has nothing between its angle brackets", "put them around the words that name"
    return None


def _pair(entry: str) -> re.Match[str] | None:
    """Return the first pair of angle brackets around words."""
    return next((pair for pair in _NAMING.finditer(entry) if _LETTERS.search(pair[1])), None)


def _one_sided(concept: Concept, file: str) -> Iterator[Finding]:
    """Yield a concept some of whose variants need a context that the others do without.

    What is lost in sentences without that context are then namings of one side only.
    """
    used = [variant for variant in concept.variants if variant.status != "unsourced"]
    ways = {variant.requires for variant in used}
    if len(ways) > 1:
        some = ", ".join(f"'{variant.id}'" for variant in used if variant.requires)
        yield Finding(
            file,
            concept.line,
            f"`requires` holds for some variants of concept '{concept.id}' only ({some}), so "
            "that short sentences lose the namings of one side",
            "write it once under the concept, or leave it out and list longer forms",
        )


def _twice(concept: Concept, forms: Sequence[Sequence[Form]], file: str) -> Iterator[Finding]:
    """Yield forms that stand under two variants with nothing to tell them apart."""
    owner: dict[str, Variant] = {}
    told: set[tuple[str, str]] = set()
    for variant, own in zip(concept.variants, forms, strict=True):
        if variant.status == "unsourced" or _guarded(variant):
            continue
        for form in own:
            text = _folded(form.text)
            first = owner.setdefault(text, variant)
            if first is not variant and (first.id, variant.id) not in told:
                told.add((first.id, variant.id))
                yield Finding(
                    file,
                    variant.line,
                    f"'{form.text}' stands under two variants of concept '{concept.id}', "
                    f"'{first.id}' (line {first.line}) and '{variant.id}'",
                    f"keep it under one; as it is, '{first.id}' gets every naming",
                )


def _guarded(variant: Variant) -> bool:
    """Tell whether case, context or dates can tell a variant from another with its form."""
    return bool(variant.case or variant.requires or variant.valid_from or variant.valid_to)


def _hidden(concept: Concept, forms: Sequence[Sequence[Form]], file: str) -> Iterator[Finding]:
    """Yield variants whose forms stand inside longer forms of other variants, which win there."""
    texts = [[_folded(form.text) for form in own if "{" not in form.text] for own in forms]
    inside = _inside(texts)
    for place, variant in enumerate(concept.variants):
        winners = [
            f"'{long}' ({concept.variants[other].id})" for other, long in inside.get(place, ())
        ]
        if winners:
            yield Finding(
                file,
                variant.line,
                f"forms of variant '{variant.id}' of concept '{concept.id}' stand inside longer "
                f"ones, which win there: {', '.join(winners)}",
                "nothing to mend if that is meant",
                "note",
            )


def _inside(texts: Sequence[Sequence[str]]) -> dict[int, list[tuple[int, str]]]:
    """Return for each variant the others with a longer form around one of its own, and that form.

    Runs of words of the longer forms are looked up among all forms, so that the time grows with
    the words there are, not with the pairs of variants.
    """
    owners: dict[str, list[tuple[int, int]]] = {}
    for variant, own in enumerate(texts):
        for place, form in enumerate(own):
            owners.setdefault(form, []).append((variant, place))
    first: dict[tuple[int, int], tuple[int, int]] = {}
    for other, longer in enumerate(texts):
        for at, long in enumerate(longer):
            for run in _runs(long):
                for variant, place in owners.get(run, ()):
                    pair, found = (variant, other), (place, at)
                    if variant != other and found < first.get(pair, (len(texts[variant]), 0)):
                        first[pair] = found
    found_in: dict[int, list[tuple[int, str]]] = {}
    for (variant, other), (_, at) in sorted(first.items()):
        found_in.setdefault(variant, []).append((other, texts[other][at]))
    return found_in


def _runs(form: str) -> Iterator[str]:
    """Yield every run of a form's words but the whole form."""
    words = form.split()
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            if end - start < len(words):
                yield " ".join(words[start:end])


def _folded(form: str) -> str:
    return " ".join(form.lower().replace("’", "'").replace("-", " ").split())
