"""The concepts of a lexicon file: variants, slots, citations, rulings; and its entities."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from framing.lexicon.fields import Fields, Problems, did_you_mean, unique_ids
from framing.lexicon.lexiconrecords import (
    PARTY_KINDS,
    REGISTERS,
    RULES,
    WORD_LISTS,
    Citation,
    Concept,
    Counted,
    Office,
    PartyFacts,
    Ruling,
    Variant,
)
from framing.lexicon.slotreader import read_slots
from framing.yamltree import Node

__all__ = ["ALIAS_KINDS", "ConceptReader"]

_CONCEPT = (
    "id", "gloss", "label", "note", "slots", "fixed", "requires", "unless", "unless_in_sentence",
    "counted", "variants", "rulings", "sources",
)  # fmt: skip
_VARIANT = (
    "id", *WORD_LISTS, "toward", "fixed", "intensity", "register", "sources", "note", "requires",
    "unless", "unless_in_sentence", "valid_from", "valid_to", "case", "status", "basis", "weight",
    "extrapolated", "was", "counted", "by_fact",
)  # fmt: skip
_RULING = ("outlet", "variant", "rule", "source", "locator", "says")
_ENTITY = (
    "name", "kind", "names", "adjectives", "people", "metonyms", "weak", "unless", "offices",
    "sources", "note",
)  # fmt: skip
_OFFICE = ("office", "state", "since", "until")
ALIAS_KINDS = ("names", "adjectives", "people", "metonyms", "weak", "unless")


class _Shared(NamedTuple):
    """What a concept gives all its variants: slots, the parties fixed to them, conditions."""

    slots: Mapping[str, str]
    fixed: Mapping[str, str]
    requires: tuple[str, ...]
    unless: tuple[str, ...]
    unless_in_sentence: tuple[str, ...]
    counted: Counted


class ConceptReader:
    """Reads concepts of one kind; knows which sources are declared."""

    def __init__(self, kind: str, sources: frozenset[str], problems: Problems) -> None:
        self.kind = kind
        self.sources = sources
        self.problems = problems

    def concept(self, node: Node) -> Concept:
        """Read one concept (or word class) with its variants and rulings."""
        plain = self.kind in ("cues", "category")
        allowed = (*_CONCEPT, *WORD_LISTS) if plain else _CONCEPT
        name = _id_of(node)
        entry = Fields(node, f"concept '{name}'" if name else "a concept", allowed, self.problems)
        entry.text("id", required=True)
        slots, rules = read_slots(entry, self.problems)
        where = f"concept '{name}'"
        shared = _Shared(
            slots,
            self._fixed(entry, slots),
            entry.texts("requires"),
            entry.texts("unless"),
            entry.texts("unless_in_sentence"),
            _counted(entry, True),
        )
        variants = [self._variant(each, where, shared) for each in entry.nodes("variants")]
        unique_ids([(v.id, v.line) for v in variants], "variant", f" in {where}", self.problems)
        if plain:
            variants += _entries(entry, {variant.id for variant in variants})
        if not variants:
            self.problems.add(node.line, f"{where} has no words", "add `variants:`")
        ids = {variant.id for variant in variants}
        rulings = [self._ruling(each, where, ids) for each in entry.nodes("rulings")]
        return Concept(
            id=name or "",
            gloss=entry.text("gloss"),
            label=entry.text("label"),
            slots=slots,
            slot_rules=rules,
            variants=tuple(variants),
            rulings=tuple(rulings),
            note=entry.text("note"),
            sources=self._citations(entry),
            line=node.line,
        )

    def entity(self, node: Node) -> Concept:
        """Read one party; each kind of alias becomes a variant."""
        entry = Fields(node, "an entity", _ENTITY, self.problems)
        name = entry.text("name", required=True) or ""
        forms = {kind: entry.texts(kind) for kind in ALIAS_KINDS}
        if name not in forms["weak"]:
            forms["names"] = tuple(dict.fromkeys([name, *forms["names"]]))
        variants = [
            Variant(id=kind, exact=words, line=entry.at(kind))
            for kind, words in forms.items()
            if words
        ]
        slug = "-".join(re.findall(r"\w+", name.lower()))
        kind = entry.choice("kind", PARTY_KINDS) or "state"
        offices = tuple(self._office(each, name) for each in entry.nodes("offices"))
        return Concept(
            id=slug,
            gloss=name,
            variants=tuple(variants),
            note=entry.text("note"),
            sources=self._citations(entry),
            party=PartyFacts(kind, offices),
            line=node.line,
        )

    def _office(self, node: Node, name: str) -> Office:
        entry = Fields(node, f"an office of '{name}'", _OFFICE, self.problems)
        since, until = entry.date("since"), entry.date("until")
        if since and until and since > until:
            entry.wrong("until", f"a day after {since}", until)
        return Office(
            office=entry.text("office", required=True) or "",
            state=entry.text("state", required=True) or "",
            since=since,
            until=until,
        )

    def _variant(self, node: Node, concept: str, shared: _Shared) -> Variant:
        name = _id_of(node)
        where = f"variant '{name}' of {concept}" if name else f"a variant of {concept}"
        entry = Fields(node, where, _VARIANT, self.problems)
        entry.text("id", required=True)
        nouns, verbs, adjectives, exact = self._words(entry)
        status = entry.choice("status", ("sourced", "unsourced"))
        basis = entry.choice("basis", ("stated", "inferred"))
        return Variant(
            id=name or "",
            nouns=nouns,
            verbs=verbs,
            adjectives=adjectives,
            exact=exact,
            toward=self._toward(entry, shared.slots),
            fixed={**shared.fixed, **self._fixed(entry, shared.slots)},
            intensity=entry.integer("intensity", 0, 3) or 0,
            register=entry.choice("register", REGISTERS),
            sources=self._citations(entry),
            note=entry.text("note"),
            extrapolated=entry.texts("extrapolated"),
            was=entry.texts("was"),
            requires=entry.texts("requires") or shared.requires,
            unless=tuple(dict.fromkeys((*shared.unless, *entry.texts("unless")))),
            unless_in_sentence=tuple(
                dict.fromkeys((*shared.unless_in_sentence, *entry.texts("unless_in_sentence")))
            ),
            valid_from=entry.date("valid_from"),
            valid_to=entry.date("valid_to"),
            case=entry.boolean("case", False),
            status="unsourced" if status == "unsourced" else "sourced",
            basis="inferred" if basis == "inferred" else "stated",
            weight=entry.number("weight"),
            counted=_counted(entry, shared.counted),
            by_fact=entry.boolean("by_fact", False),
            line=node.line,
        )

    def _words(self, entry: Fields) -> list[tuple[str, ...]]:
        """Return the lists of words of a variant, of which one at least must hold some."""
        words = [entry.texts(key) for key in WORD_LISTS]
        if not any(words):
            needed = f"add one of {', '.join(WORD_LISTS)}"
            self.problems.add(entry.line, f"{entry.where} has no words", needed)
        return words

    def _toward(self, entry: Fields, slots: Mapping[str, str]) -> dict[str, int]:
        node = entry.members.get("toward")
        if node is None or node.value is None:
            return {}
        if not isinstance(node.value, dict):
            entry.wrong("toward", "a mapping such as {holder: -1}")
            return {}
        found: dict[str, int] = {}
        for slot, value in node.value.items():
            if not self._declared(entry, "toward", slot, slots):
                continue
            if value.value not in ("-1", "0", "1", "+1"):
                entry.wrong("toward", f"-1, 0 or 1 for '{slot}'", str(value.value), value.line)
            else:
                found[slot] = int(value.value)
        return found

    def _fixed(self, entry: Fields, slots: Mapping[str, str]) -> dict[str, str]:
        node = entry.members.get("fixed")
        if node is None or node.value is None:
            return {}
        if not isinstance(node.value, dict):
            entry.wrong("fixed", "a mapping from slots to parties, such as {state: Israel}")
            return {}
        found: dict[str, str] = {}
        for slot, value in node.value.items():
            if not self._declared(entry, "fixed", slot, slots):
                continue
            if not isinstance(value.value, str) or not value.value.strip():
                entry.wrong("fixed", f"the name of one party for '{slot}'", line=value.line)
            else:
                found[slot] = " ".join(value.value.split())
        return found

    def _declared(self, entry: Fields, key: str, slot: str, slots: Mapping[str, str]) -> bool:
        """Tell whether a slot is one of the concept's, and note it where it is not."""
        if slot in slots:
            return True
        self.problems.add(
            entry.members[key].key_lines[slot],
            f"'{key}' in {entry.where} names the slot '{slot}', which is not declared",
            f"declare it under the concept's `slots:`.{did_you_mean(slot, list(slots))}",
        )
        return False

    def _citations(self, entry: Fields) -> tuple[Citation, ...]:
        found: list[Citation] = []
        for node in entry.nodes("sources"):
            if isinstance(node.value, str):
                citation = Citation(node.value.strip())
            else:
                each = Fields(
                    node, f"a source of {entry.where}", ("id", "locator", "says"), self.problems
                )
                name = each.text("id", required=True) or ""
                citation = Citation(name, each.text("locator"), each.text("says"))
            self._known(citation.id, node.line, entry.where)
            found.append(citation)
        return tuple(found)

    def _known(self, source: str, line: int, where: str) -> None:
        if source and source not in self.sources:
            self.problems.add(
                line,
                f"{where} cites the source '{source}', which is not declared",
                f"add it to `sources:` at the file's head.{did_you_mean(source, self.sources)}",
            )

    def _ruling(self, node: Node, concept: str, variants: set[str]) -> Ruling:
        entry = Fields(node, f"a ruling of {concept}", _RULING, self.problems)
        variant = entry.text("variant", required=True) or ""
        if variant and variant not in variants:
            self.problems.add(
                node.line,
                f"a ruling of {concept} is about the variant '{variant}', which is not there",
                f"use the id of one of its variants.{did_you_mean(variant, variants)}",
            )
        source = entry.text("source", required=True) or ""
        self._known(source, entry.at("source"), f"a ruling of {concept}")
        return Ruling(
            outlet=entry.text("outlet", required=True) or "",
            variant=variant,
            rule=entry.choice("rule", RULES) or "avoid",
            source=source,
            locator=entry.text("locator"),
            says=entry.text("says"),
        )


def _id_of(node: Node) -> str | None:
    """Look an id up before the mapping is read, so that messages can name it."""
    if isinstance(node.value, dict) and "id" in node.value:
        value = node.value["id"].value
        return " ".join(value.split()) if isinstance(value, str) else None
    return None


def _entries(entry: Fields, taken: set[str]) -> list[Variant]:
    """Make a variant of each word listed under a class itself; its id is the word."""
    words: dict[str, dict[str, tuple[str, ...]]] = {}
    for key in WORD_LISTS:
        for word in entry.texts(key):
            words.setdefault(word, {})[key] = (word,)
    return [
        Variant(id=word, line=entry.line, **lists)  # type: ignore[arg-type]  # keys are WORD_LISTS
        for word, lists in words.items()
        if word not in taken
    ]


def _counted(entry: Fields, default: Counted) -> Counted:
    """Read whether a naming counts: true, false, or by what the text says (`Variant.counted`)."""
    said = entry.choice("counted", ("true", "false", "bound", "placed"))
    known: dict[str | None, Counted] = {"bound": "bound", "placed": "placed", None: default}
    return known.get(said, said == "true")
