"""Lexicon records as plain JSON values and back; fields at their defaults are left out."""

from __future__ import annotations

import dataclasses
from operator import attrgetter
from pathlib import Path
from typing import Any

from framing.lexicon.lexiconrecords import (
    Citation,
    Concept,
    Lexicon,
    Office,
    PartyFacts,
    Ruling,
    SlotRule,
    Source,
    Variant,
)

__all__ = ["lexicon_from_json", "lexicon_to_json"]

_TUPLES = (
    "nouns", "verbs", "adjectives", "exact", "requires", "unless", "unless_in_sentence",
    "extrapolated", "was",
)  # fmt: skip


def _reader(kind: Any) -> tuple[list[str], list[Any], attrgetter[tuple[Any, ...]]]:
    """Return the names of a record's fields, their defaults, and what reads them all at once."""
    fields = [each for each in dataclasses.fields(kind) if each.name != "path"]
    names = [each.name for each in fields]
    return names, [each.default for each in fields], attrgetter(*names)


_FIELDS = {
    kind: _reader(kind)
    for kind in (
        Citation, Concept, Lexicon, Office, PartyFacts, Ruling, SlotRule, Source, Variant,
    )
}  # fmt: skip


def lexicon_to_json(lexicon: Lexicon) -> dict[str, Any]:
    """Return a lexicon without its path as values that JSON can hold."""
    return _record(lexicon)


def _record(record: Any) -> dict[str, Any]:
    """Write a record's fields, but the path and those that say nothing but their default."""
    names, defaults, values_of = _FIELDS[type(record)]
    told = zip(names, values_of(record), defaults, strict=True)
    return {
        name: given if type(given) is str else _plain(given)
        for name, given, default in told
        if given is not default and given != default and given != () and given != {}
    }


def _plain(value: Any) -> Any:
    if isinstance(value, (str, int)):
        return value
    if isinstance(value, (list, tuple)):
        return [each if type(each) is str else _plain(each) for each in value]
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return _record(value) if type(value) in _FIELDS else value


def lexicon_from_json(plain: dict[str, Any], path: Path | None) -> Lexicon:
    """Build the lexicon again; raise `TypeError` or `KeyError` if a field does not fit."""
    return Lexicon(
        id=plain["id"],
        kind=plain["kind"],
        title=plain["title"],
        version=plain["version"],
        language=plain["language"],
        license=plain.get("license"),
        sources={name: Source(**each) for name, each in plain.get("sources", {}).items()},
        concepts=tuple(_concept(each) for each in plain.get("concepts", ())),
        sha256=plain["sha256"],
        path=path,
        notes=tuple(plain.get("notes", ())),
        longest=plain.get("longest", False),
    )


def _concept(plain: dict[str, Any]) -> Concept:
    rules = {name: _rule(rule) for name, rule in plain.get("slot_rules", {}).items()}
    return Concept(
        id=plain["id"],
        gloss=plain.get("gloss"),
        label=plain.get("label"),
        slots=plain.get("slots", {}),
        slot_rules=rules,
        variants=tuple(_variant(each) for each in plain.get("variants", ())),
        rulings=tuple(Ruling(**each) for each in plain.get("rulings", ())),
        note=plain.get("note"),
        sources=tuple(Citation(**each) for each in plain.get("sources", ())),
        party=_party(plain["party"]) if "party" in plain else None,
        line=plain.get("line"),
    )


def _rule(plain: dict[str, Any]) -> SlotRule:
    for name in ("after", "takes"):
        plain[name] = tuple(plain.get(name, ()))
    return SlotRule(**plain)


def _party(plain: dict[str, Any]) -> PartyFacts:
    offices = tuple(Office(**each) for each in plain.get("offices", ()))
    return PartyFacts(plain.get("kind", "state"), offices)


def _variant(plain: dict[str, Any]) -> Variant:
    for name in _TUPLES:
        if name in plain:
            plain[name] = tuple(plain[name])
    if "sources" in plain:
        plain["sources"] = tuple(Citation(**each) for each in plain["sources"])
    return Variant(**plain)
