"""How the slots of an entry are filled: as the file says, else as role and place suggest."""

from __future__ import annotations

from typing import NamedTuple

from framing.lexicon import Concept, SlotRule, Variant
from framing.values import Binding

__all__ = ["SlotPlan", "slots_of", "takes_persons"]

_NO_RULE = SlotRule()


class SlotPlan(NamedTuple):
    """How one slot of an entry is filled.

    `after` are the prepositions that introduce its filler, `kinds` the kinds of party it takes
    (none: all of them), `recalls` whether it takes up who fits of the sentences before, `fixed`
    the party that the words themselves name. `plain` says that the
    file gives no role: any name beside the naming fills it then.
    """

    name: str
    direction: int
    role: str
    kinds: frozenset[str]
    after: tuple[str, ...]
    compound: bool
    modifier: bool
    nearest: bool
    recalls: bool
    fixed: str | None
    plain: bool
    unbound: Binding


_AFTER = {
    "agent": ("by",),
    "patient": ("of", "on", "against", "toward", "towards"),
    "holder": ("of", "by"),
    "member": ("of", "from"),
    "place": ("in", "on", "at", "of"),
}


def slots_of(concept: Concept, variant: Variant) -> tuple[SlotPlan, ...]:
    """Say for each slot how it is filled: as the file says, else as its role and place suggest."""
    found: list[SlotPlan] = []
    for at, name in enumerate(concept.slots):
        rule = concept.slot_rules.get(name, _NO_RULE)
        role = rule.role or _unsaid(concept, at, rule)
        guessed = rule.nearest if rule.nearest is not None else not at and rule.role is None
        usual = rule.after if rule.role is None and rule.after else (*rule.after, *_AFTER[role])
        direction = variant.toward.get(name, 0)
        found.append(
            SlotPlan(
                name,
                direction,
                role,
                frozenset(rule.takes),
                tuple(dict.fromkeys(word.lower() for word in usual)),
                bool(rule.compound),
                rule.modifier is not False if rule.role or not at else bool(rule.modifier),
                guessed and not variant.intensity,
                rule.recalls,
                variant.fixed.get(name),
                rule.role is None,
                Binding(name, None, direction, None, None, "unbound"),
            )
        )
    return tuple(found)


def takes_persons(slot: SlotPlan) -> bool:
    """Tell whether a slot with a role takes persons whom no list holds."""
    return not slot.plain and (not slot.kinds or "person" in slot.kinds)


def _unsaid(concept: Concept, at: int, rule: SlotRule) -> str:
    """Say what role a slot has that says none."""
    if (at and not rule.modifier) or rule.modifier is False:
        return "patient"
    return "agent" if len(concept.slots) > 1 else "holder"
