"""The slots of a concept in a lexicon file: what each stands for, and how it is filled."""

from __future__ import annotations

from framing.lexicon.fields import Fields, Problems
from framing.lexicon.lexiconrecords import PARTY_KINDS, ROLES, SlotRule

__all__ = ["read_slots"]

_SLOT = ("gloss", "role", "takes", "compound", "after", "modifier", "nearest", "recalls")


def read_slots(entry: Fields, problems: Problems) -> tuple[dict[str, str], dict[str, SlotRule]]:
    """Read what a concept's slots stand for, and what the file says of filling them."""
    node = entry.members.get("slots")
    if node is None or node.value is None:
        return {}, {}
    if not isinstance(node.value, dict):
        entry.wrong("slots", "a mapping from slot names to what they stand for")
        return {}, {}
    slots: dict[str, str] = {}
    rules: dict[str, SlotRule] = {}
    for name, value in node.value.items():
        slots[name] = value.value if isinstance(value.value, str) else ""
        if not value.value:
            problems.add(
                node.key_lines[name],
                f"slot '{name}' of {entry.where} does not say what it stands for",
                "write `name: what it stands for`; quote that if it holds a comma",
                "warning",
            )
        if isinstance(value.value, dict):
            more = Fields(value, f"slot '{name}' of {entry.where}", _SLOT, problems)
            slots[name] = more.text("gloss", required=True) or ""
            rules[name] = _rule(more)
    return slots, rules


def _rule(entry: Fields) -> SlotRule:
    compound, modifier, nearest, recalls = (
        entry.boolean(key, False) if entry.has(key) else None
        for key in ("compound", "modifier", "nearest", "recalls")
    )
    takes = entry.texts("takes")
    for kind in takes:
        if kind not in PARTY_KINDS:
            entry.wrong("takes", f"some of {', '.join(PARTY_KINDS)}", kind)
    return SlotRule(
        after=entry.texts("after"),
        modifier=modifier,
        nearest=nearest,
        role=entry.choice("role", ROLES),
        takes=tuple(kind for kind in takes if kind in PARTY_KINDS),
        compound=compound,
        recalls=bool(recalls),
    )
