"""Checks of a lexicon's forms: twice in a concept, hidden by longer ones, never matching."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from framing.lexicon.forms import Form, forms_of
from framing.lexicon.records import WORD_LISTS, Concept, Finding, Lexicon, Variant

__all__ = ["check_forms"]

_SLOT = re.compile(r"\{([^{}]*)\}")
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


def _entries(concept: Concept, variant: Variant, file: str) -> Iterator[Finding]:
    """Yield the entries of one variant that can never match, and why."""
    where = f"variant '{variant.id}' of concept '{concept.id}'"
    for part in WORD_LISTS:
        for entry in getattr(variant, part):
            reason = _never(entry, concept)
            if reason:
                what, mend = reason
                yield Finding(
                    file, variant.line, f"entry '{entry}' under {part} of {where} {what}", mend
                )
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
    words = {" ".join(entry.lower().split()) for part in WORD_LISTS for entry in _of(variant, part)}
    for phrase in variant.unless:
        if " ".join(phrase.lower().split()) in words:
            yield Finding(
                file,
                variant.line,
                f"{where} does not count in '{phrase}', which is the entry itself",
                "make the phrase under `unless` longer than the entry",
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
        return (
            ("has no letter in it", "write words, or remove it") if not bare.strip("* ") else None
        )
    for word in bare.split():
        star = word.find("*")
        if star == 0:
            return "begins with *", "put * at a word's end only"
        if 0 < star < len(word) - 1:
            return "has * inside a word", "put * at a word's end only"
    return ("has * beside a slot", "list its forms") if "*" in bare and bare != entry else None


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
    for variant, own in zip(concept.variants, texts, strict=True):
        winners = [
            f"'{pair[1]}' ({other.id})"
            for other, longer in zip(concept.variants, texts, strict=True)
            if other is not variant and (pair := _inside(own, longer))
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


def _inside(own: Sequence[str], longer: Sequence[str]) -> tuple[str, str] | None:
    for short in own:
        for long in longer:
            if len(short) < len(long) and f" {short} " in f" {long} ":
                return short, long
    return None


def _folded(form: str) -> str:
    return " ".join(form.lower().replace("’", "'").replace("-", " ").split())
