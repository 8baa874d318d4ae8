"""What a matcher looks for: the variants of its lexicons as entries, their forms as patterns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from framing.language.spelling import with_points
from framing.language.verbforms import past_forms, verb_phrases
from framing.lexicon import Concept, Counted, Lexicon, Variant
from framing.lexicon.forms import Form, forms_of
from framing.matching.asverbs import may_be_verb
from framing.matching.context import NEVER, Phrases, compiled_phrases
from framing.matching.folding import fold_form, folded_around, joins
from framing.matching.slotplans import SlotPlan, slots_of, takes_persons
from framing.values import Binding

__all__ = ["Entry", "Gap", "Pattern", "Plan", "Plans", "Template", "plan"]

_SLOT = re.compile(r"\{[^{}:]*:([^{}:]*)\}")


class Entry(NamedTuple):
    """One variant as the mentions table shows it.

    `lexicon`, `concept` and `variant` are ids. `slot` and `direction` (−1, 0 or +1) are those of
    the concept's first slot. `intensity` (0 to 3), `register` and `weight` are as the file has
    them; `loaded`, whether the intensity is above 0, is None in lexicons that are not of kind
    ``naming``. `counted` is False where the lexicon says that no loaded word could stand in the
    variant's place, ``bound`` where that hangs on whose it is.
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
    counted: Counted = True


class Plan(NamedTuple):
    """What deciding on a hit of one entry needs; `concept` numbers the concepts.

    `fixed` says whether a slot is filled by the words themselves, `settled` whether all are, so
    that nothing is to be read, `recalls` whether one may be
    filled from an earlier mention ("the regime" after "the Varenian regime"), `takes_up` whether
    one takes a party that was only named before. `suffers`: a bare name before the noun is to
    whom it is done; `harms`: it is done to persons; `nearest`: one is guessed; `led`: one takes
    the state that a person leads; `persons`: one takes persons of no list; `event`: one does
    something and another suffers it; `roles` are those of its slots. `category` is the
    number of its lexicon where that is of kind ``category``, else 0; `longest` whether the longest
    entry of all its categories alone counts there.
    """

    concept: int
    slots: tuple[SlotPlan, ...]
    unbound: tuple[Binding, ...]
    fixed: bool
    settled: bool
    recalls: bool
    suffers: bool
    harms: bool
    nearest: bool
    led: bool
    persons: bool
    takes_up: bool
    event: bool
    roles: frozenset[str]
    loaded: bool
    valid_from: str
    valid_to: str
    category: int
    longest: bool


class Gap(NamedTuple):
    """Where a form leaves a slot to be named, and the kinds of party that can (none: all)."""

    slot: str
    kinds: frozenset[str]


class Template(NamedTuple):
    """The parts around a pattern's literal, from the literal outwards, words and gaps.

    `modified` says that a gap stands right before the literal.
    """

    left: tuple[str | Gap, ...]
    right: tuple[str | Gap, ...]
    modified: bool


class Pattern(NamedTuple):
    """One way an entry can stand in folded text.

    `literal` is what the automaton looks for; `part` is ``verb`` for a verb with slots,
    ``either`` for a form of such a verb that is a noun as well, ``given`` for words that the file
    gives as they are and that may be one. An `open` pattern is a prefix:
    the word goes on to its end, and `tail` follows it. `cased`
    holds the form with its capitals. `around` counts the characters before and after the naming
    that are part of the form and not of the naming.
    """

    literal: str
    entry: int
    part: str = ""
    open: bool = False
    tail: str = ""
    cased: str | None = None
    template: Template | None = None
    requires: Phrases | None = None
    unless: Phrases | None = None
    dated: bool = False
    around: tuple[int, int] = (0, 0)

    @property
    def simple(self) -> bool:
        """Tell whether every whole-word hit of the literal counts."""
        return self[2:] == _SIMPLE and joins(self.literal[0]) and joins(self.literal[-1])


_SIMPLE = ("", False, "", None, None, None, None, False, (0, 0))


@dataclass(slots=True)
class Plans:
    """All entries of a matcher with their plans and patterns.

    `common` holds the single words among their forms that are written small: no names.
    """

    entries: list[Entry] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)
    patterns: list[Pattern] = field(default_factory=list)
    common: set[str] = field(default_factory=set)


def plan(lexicons: Sequence[Lexicon]) -> Plans:
    """Lay out all entries of some lexicons; what is marked unsourced is left out."""
    plans = Plans()
    number = 0
    for at, lexicon in enumerate(lexicons, start=1):
        if lexicon.kind == "entities":
            continue
        category = at if lexicon.kind == "category" else 0
        for concept, variants in zip(lexicon.concepts, forms_of(lexicon), strict=True):
            number += 1
            for variant, forms in zip(concept.variants, variants, strict=True):
                if variant.status == "unsourced":
                    continue
                slots = slots_of(concept, variant)
                roles = frozenset(slot.role for slot in slots)
                plans.entries.append(_entry(lexicon, concept, variant))
                plans.plans.append(
                    Plan(
                        number,
                        slots,
                        tuple(slot.unbound for slot in slots),
                        any(slot.fixed for slot in slots),
                        all(slot.fixed is not None for slot in slots),
                        any(slot.recalls or slot.role in ("holder", "member") for slot in slots),
                        any(slot.role == "patient" and slot.compound for slot in slots),
                        any(slot.role == "patient" and takes_persons(slot) for slot in slots),
                        any(slot.nearest for slot in slots),
                        any(slot.role == "holder" and slot.kinds == {"state"} for slot in slots),
                        any(takes_persons(slot) for slot in slots),
                        any(slot.recalls for slot in slots),
                        {"agent", "patient"} <= roles,
                        roles,
                        variant.intensity > 0,
                        variant.valid_from or "",
                        variant.valid_to or "9999",
                        category,
                        bool(category) and lexicon.longest,
                    )
                )
                _add_patterns(plans, variant, forms)
    return plans


def _entry(lexicon: Lexicon, concept: Concept, variant: Variant) -> Entry:
    first = next(iter(concept.slots), None)
    return Entry(
        lexicon.id,
        concept.id,
        variant.id,
        first,
        None if first is None else variant.toward.get(first, 0),
        variant.intensity,
        variant.intensity > 0 if lexicon.kind == "naming" else None,
        variant.weight,
        variant.register,
        variant.counted,
    )


def _add_patterns(plans: Plans, variant: Variant, forms: Sequence[Form]) -> None:
    entry = len(plans.entries) - 1
    slotted = bool(plans.plans[-1].slots)
    requires, unless = _folded(variant.requires), _folded(variant.unless)
    topic = _folded(variant.unless_in_sentence)
    dated = bool(variant.valid_from or variant.valid_to)
    found: dict[Pattern, None] = {}
    kinds = {slot.name: slot.kinds for slot in plans.plans[-1].slots}
    verbs = _verb_forms(variant) if slotted else frozenset()
    phrases = verb_phrases(variant.exact) if slotted else frozenset()
    if any(slot.role == "agent" for slot in plans.plans[-1].slots):
        phrases |= past_forms(variant.exact)
    for form in forms:
        if form.text.isalpha() and form.text.islower():
            plans.common.add(form.text if form.text.isascii() else fold_form(form.text)[0])
        part = ""
        if slotted and (form.part == "verbs" or form.text.lower() in phrases):
            part = "verb"
        elif form.text in verbs:
            part = "either"
        elif slotted and form.part == "exact" and may_be_verb(form.text, variant.exact):
            part = "given"
        for pattern in _patterns(form, entry, variant.case, part, kinds):
            found.setdefault(pattern)
    if not (requires or unless or topic or dated):
        plans.patterns += found
        return
    words = [(pattern.literal, pattern.open) for pattern in found]
    needed, undoing = compiled_phrases((), requires, words), compiled_phrases(unless, topic, words)
    for pattern in found:
        word, prefix = pattern.literal, pattern.open
        plans.patterns.append(
            pattern._replace(
                # Where nothing can give what an entry requires, that is never there.
                requires=(needed(word, prefix) or NEVER) if requires else None,
                unless=undoing(word, prefix),
                dated=dated,
            )
        )


def _folded(phrases: Sequence[str]) -> list[str]:
    """Fold phrases that a naming needs or excludes, their initials with points and without."""
    return [
        folded
        for phrase in phrases
        for written in with_points(phrase)
        for folded in fold_form(written)[:1]
    ]


def _verb_forms(variant: Variant) -> frozenset[str]:
    """Return the forms of a variant's verbs that look like nouns: "raid", "raids"."""
    return frozenset(verb + end for verb in variant.verbs for end in ("", "s", "es"))


def _patterns(
    form: Form, entry: int, case: bool, part: str, kinds: Mapping[str, frozenset[str]]
) -> list[Pattern]:
    if "{" in form.text:
        return _templates(form, entry, part, kinds)
    cased = form.text if case else None
    found: list[Pattern] = []
    for folded in fold_form(form.text):
        star = folded.find("*")
        if star < 0:
            around = folded_around(form.text, form.naming, folded) if form.naming else (0, 0)
            found.append(Pattern(folded, entry, part, cased=cased, around=around))
        elif star and joins(folded[star - 1]):
            found.append(Pattern(folded[:star], entry, part, True, folded[star + 1 :], cased))
    return found


def _templates(
    form: Form, entry: int, part: str, kinds: Mapping[str, frozenset[str]]
) -> list[Pattern]:
    """Anchor a form with slots on its longest literal; the rest is checked where it hits."""
    parts: list[str | Gap] = []
    for at, piece in enumerate(_SLOT.split(form.text)):
        if at % 2:
            parts.append(Gap(piece, kinds.get(piece, frozenset())))
        else:
            parts += fold_form(piece)[:1]
    literals = [(len(part), -at) for at, part in enumerate(parts) if isinstance(part, str)]
    if not literals or all(isinstance(part, str) for part in parts):
        return []
    anchor = -max(literals)[1]
    literal = parts[anchor]
    if not isinstance(literal, str) or "*" in literal:
        return []
    left = tuple(reversed(parts[:anchor]))
    modified = bool(left) and not isinstance(left[0], str)
    template = Template(left, tuple(parts[anchor + 1 :]), modified)
    return [Pattern(literal, entry, part, template=template)]
