"""What a matcher looks for: the variants of its lexicons as entries, their forms as patterns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from framing.lexicon import Concept, Lexicon, SlotRule, Variant
from framing.lexicon.forms import Form, forms_of
from framing.matching.folding import fold_form, joins

__all__ = ["Entry", "Pattern", "Plan", "Template", "plan"]

_SLOT = re.compile(r"\{[^{}:]*:([^{}:]*)\}")
NEAREST = SlotRule()


class Entry(NamedTuple):
    """One variant as the mentions table shows it.

    `slot` and `direction` are those of the concept's first slot; `loaded` is None in lexicons
    that are not of kind ``naming``.
    """

    lexicon: str
    concept: str
    variant: str
    slot: str | None
    direction: int | None
    intensity: int
    loaded: bool | None
    weight: float | None
    register: str | None


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything about one entry that deciding on a hit needs; `concept` numbers concepts."""

    concept: int
    slots: tuple[str, ...]
    rules: Mapping[str, SlotRule]
    toward: Mapping[str, int]
    requires: tuple[str, ...]
    unless: tuple[str, ...]
    valid_from: str | None
    valid_to: str | None
    case: bool
    category: bool

    @property
    def simple(self) -> bool:
        """Tell whether a whole-word hit counts without looking further."""
        return not (
            self.slots
            or self.requires
            or self.unless
            or self.valid_from
            or self.valid_to
            or self.case
            or self.category
        )


@dataclass(frozen=True, slots=True)
class Template:
    """The parts around a pattern's literal, from the literal outwards; a slot is ``(name,)``."""

    left: tuple[str | tuple[str], ...] = ()
    right: tuple[str | tuple[str], ...] = ()


class Pattern(NamedTuple):
    """One way an entry can stand in folded text.

    `literal` is what the automaton looks for. `open` patterns are prefixes: the word goes on to
    its end, and `tail` follows it. `cased` holds the form with its capitals.
    """

    literal: str
    entry: int
    verb: bool = False
    open: bool = False
    tail: str = ""
    cased: str | None = None
    template: Template | None = None


@dataclass(slots=True)
class _Compiled:
    entries: list[Entry] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)
    patterns: list[Pattern] = field(default_factory=list)


def plan(lexicons: Sequence[Lexicon]) -> tuple[list[Entry], list[Plan], list[Pattern]]:
    """Lay out all entries of some lexicons; what is marked unsourced is left out."""
    compiled = _Compiled()
    number = 0
    for lexicon in lexicons:
        if lexicon.kind == "entities":
            continue
        for concept, variants in zip(lexicon.concepts, forms_of(lexicon), strict=True):
            number += 1
            for variant, forms in zip(concept.variants, variants, strict=True):
                if variant.status != "unsourced":
                    _add(compiled, lexicon, concept, number, variant, forms)
    return compiled.entries, compiled.plans, compiled.patterns


def _add(
    compiled: _Compiled,
    lexicon: Lexicon,
    concept: Concept,
    number: int,
    variant: Variant,
    forms: Sequence[Form],
) -> None:
    slots = tuple(concept.slots)
    first = slots[0] if slots else None
    entry = len(compiled.entries)
    naming = lexicon.kind == "naming"
    compiled.entries.append(
        Entry(
            lexicon.id,
            concept.id,
            variant.id,
            first,
            variant.toward.get(first, 0) if first else None,
            variant.intensity,
            variant.intensity > 0 if naming else None,
            variant.weight,
            variant.register,
        )
    )
    compiled.plans.append(
        Plan(
            concept=number,
            slots=slots,
            rules=concept.slot_rules,
            toward=variant.toward,
            requires=tuple(f for each in variant.requires for f in fold_form(each)[:1]),
            unless=tuple(f for each in variant.unless for f in fold_form(each)[:1]),
            valid_from=variant.valid_from,
            valid_to=variant.valid_to,
            case=variant.case,
            category=lexicon.kind == "category",
        )
    )
    seen: set[tuple[str, str, Template | None]] = set()
    for form in forms:
        for pattern in _patterns(form, entry, variant.case):
            key = (pattern.literal, pattern.tail, pattern.template)
            if key not in seen:
                seen.add(key)
                compiled.patterns.append(pattern)


def _patterns(form: Form, entry: int, case: bool) -> list[Pattern]:
    verb = form.part == "verbs"
    if _SLOT.search(form.text):
        return _templates(form, entry, verb)
    cased = form.text if case else None
    found: list[Pattern] = []
    for folded in fold_form(form.text):
        star = folded.find("*")
        if star < 0:
            found.append(Pattern(folded, entry, verb, cased=cased))
        elif star and joins(folded[star - 1]):
            found.append(Pattern(folded[:star], entry, verb, True, folded[star + 1 :], cased))
    return found


def _templates(form: Form, entry: int, verb: bool) -> list[Pattern]:
    """Anchor a form with slots on its longest literal; the rest is checked where it hits."""
    pieces = _SLOT.split(form.text)
    parts: list[str | tuple[str]] = []
    for at, piece in enumerate(pieces):
        if at % 2:
            parts.append((piece,))
        else:
            folded = fold_form(piece)
            if folded:
                parts.append(folded[0])
    literals = [(len(part), -at) for at, part in enumerate(parts) if isinstance(part, str)]
    if not literals:
        return []
    anchor = -max(literals)[1]
    literal = parts[anchor]
    if not isinstance(literal, str) or "*" in literal:
        return []
    template = Template(tuple(reversed(parts[:anchor])), tuple(parts[anchor + 1 :]))
    return [Pattern(literal, entry, verb, template=template)]
