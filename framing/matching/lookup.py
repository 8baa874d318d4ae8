"""What a matcher knows of its literals and entries, laid out for one look-up each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from framing.matching.aliases import Aliases
from framing.matching.automaton import FormFinder, margins
from framing.matching.context import Phrases
from framing.matching.entries import Pattern, Plan, Plans
from framing.matching.surnames import LEADS
from framing.values import Binding, Span

__all__ = ["ALSO", "LEAD", "MANY", "MODIFIED", "PARTY", "LookupTables", "Probe", "lay_out"]

MANY = -1
MODIFIED = -2
PARTY = -3
ALSO = -4
LEAD = -5


class Probe(NamedTuple):
    """What to look at where one pattern may stand.

    `text` is its literal, which begins `lead` characters before its first word. `special` says
    that it has a template, an open end, capitals or a date.
    """

    text: str
    lead: int
    size: int
    unless: Phrases | None
    requires: Phrases | None
    special: bool
    pattern: Pattern


@dataclass(slots=True)
class LookupTables:
    """What a matcher knows of its literals, each by the literal's number.

    `quick` holds the entry that every place of a literal is, if `spaced` stands there where that
    is not empty; `MANY` where `probes` must be asked, `MODIFIED` where that is so only after
    the name of a party, `PARTY` where the literal is a party's name and nothing else, `ALSO`
    where it must be asked as well, may begin a person's name, or has signs around its words, `LEAD`
    where it does no more than begin a person's; where `quick` holds an entry
    there are no probes. `names` holds (lead, size) of the names among the literals; one ends at
    most `reach` before a form that begins with a slot.
    `common` holds words written small, which where they are a surname name nothing else.
    `leads` says which literals may begin a person's name, and how, else 0. By
    entry, `unbound` holds the bindings where no slot is filled.
    """

    quick: list[int]
    spaced: list[str]
    probes: list[tuple[Probe, ...]]
    names: list[tuple[Span, ...]]
    leads: list[int]
    aliases: Aliases
    reach: int
    plans: list[Plan]
    concepts: list[int]
    unbound: list[tuple[Binding, ...]]
    categories: bool
    common: frozenset[str]


def lay_out(plans: Plans, aliases: Aliases, finder: FormFinder) -> LookupTables:
    """Lay out by number and by entry what a search asks for."""
    size = len(set(finder.numbers.values()))
    patterns: list[list[Pattern]] = [[] for _ in range(size)]
    for pattern in plans.patterns:
        patterns[finder.numbers[pattern.literal, pattern.open]].append(pattern)
    names: list[list[str]] = [[] for _ in range(size)]
    for name in aliases.literals:
        names[finder.numbers[name, False]].append(name)
    leads = [0] * size
    for word, kind in LEADS.items():
        if (word, False) in finder.numbers:
            leads[finder.numbers[word, False]] = kind
    quick = list(map(_quick, patterns, names, leads))
    return LookupTables(
        quick=quick,
        spaced=[_spaced(own) for own in patterns],
        probes=[
            () if known >= 0 else tuple(map(_probe, own))
            for known, own in zip(quick, patterns, strict=True)
        ],
        names=[tuple((margins(name)[0], len(name)) for name in own) for own in names],
        leads=leads,
        aliases=aliases,
        reach=aliases.reach,
        plans=plans.plans,
        concepts=[each.concept for each in plans.plans],
        unbound=[each.unbound for each in plans.plans],
        categories=any(each.category for each in plans.plans),
        common=frozenset(plans.common),
    )


def _quick(patterns: Sequence[Pattern], names: Sequence[str], lead: int) -> int:
    """Return the entry that every place of a literal is, or what else to do with it."""
    if names:
        signs = [each for name in names for each in margins(name) if each]
        return ALSO if patterns or signs or lead else PARTY
    if not patterns:
        return LEAD
    if len(patterns) == 1 and patterns[0].simple:
        return patterns[0].entry
    modified = [each.template is not None and each.template.modified for each in patterns]
    return MODIFIED if all(modified) else MANY


def _spaced(patterns: Sequence[Pattern]) -> str:
    """Return the literal that is to be compared with the text; one plain word need not be."""
    literal = patterns[0].literal if patterns else ""
    return "" if literal.isascii() and literal.replace("_", "a").isalnum() else literal


def _probe(pattern: Pattern) -> Probe:
    return Probe(
        pattern.literal,
        margins(pattern.literal)[0],
        len(pattern.literal),
        pattern.unless,
        pattern.requires,
        pattern.open
        or pattern.dated
        or bool(pattern.cased or pattern.template or any(pattern.around)),
        pattern,
    )
