"""The symmetry audit: whether a concept offers loaded words both ways, and neutral ones."""

from __future__ import annotations

from typing import NamedTuple

from framing.lexicon.lexiconrecords import Concept, Finding, Lexicon

__all__ = ["Directions", "audit", "directions", "directions_table"]


class Directions(NamedTuple):
    """How many variants of a concept speak against, neither way, and for what fills one slot."""

    concept: str
    slot: str
    against: int
    neither: int
    favouring: int


def directions(lexicon: Lexicon) -> list[Directions]:
    """Count the directions of every concept's variants, slot by slot.

    Parameters
    ----------
    lexicon : Lexicon
        Of kind ``naming``.

    Returns
    -------
    list of Directions
        In the order of the file. Variants marked unsourced are not counted, since they are not
        searched for; a variant that says nothing of a slot counts as neither.

    Examples
    --------
    >>> from framing.lexicon import load_lexicon
    >>> found = {one.concept: one for one in directions(load_lexicon("governments"))}
    >>> found["government"].slot, found["government"].against > found["government"].favouring
    ('state', True)
    """
    rows: list[Directions] = []
    for concept in lexicon.concepts:
        for slot in concept.slots:
            signs = [
                variant.toward.get(slot, 0)
                for variant in concept.variants
                if variant.status != "unsourced"
            ]
            rows.append(
                Directions(concept.id, slot, signs.count(-1), signs.count(0), signs.count(1))
            )
    return rows


def directions_table(lexicon: Lexicon) -> str:
    """Return the directions as a plain table to print.

    Parameters
    ----------
    lexicon : Lexicon
        Of kind ``naming``.

    Returns
    -------
    str
        A row a concept and slot: variants against, neither, favouring.

    Examples
    --------
    >>> from framing.lexicon import lexicon_from_mapping
    >>> print(directions_table(lexicon_from_mapping({"id": "x", "concepts": [
    ...     {"id": "troops", "slots": {"holder": "whose"}, "variants": [
    ...         {"id": "a", "exact": ["occupier"], "toward": {"holder": -1}, "intensity": 2},
    ...         {"id": "b", "exact": ["troops"]}]}]})))
    concept  slot    against  neither  favouring
    troops   holder        1        1          0
    """
    rows = directions(lexicon)
    left = max([7, *(len(row.concept) for row in rows)])
    middle = max([4, *(len(row.slot) for row in rows)])
    lines = [f"{'concept':{left}}  {'slot':{middle}}  against  neither  favouring"]
    lines += [
        f"{row.concept:{left}}  {row.slot:{middle}}  {row.against:7}  {row.neither:7}"
        f"  {row.favouring:9}"
        for row in rows
    ]
    return "\n".join(lines)


def audit(lexicon: Lexicon, file: str | None = None) -> list[Finding]:
    """Find the concepts of a naming lexicon that are loaded one way only, or never neutral.

    These are warnings: such a lexicon can be used, and a result made with it says less.

    Parameters
    ----------
    lexicon : Lexicon
        Of kind ``naming``; of any other nothing is found.
    file : str, optional
        What messages call it; its path or id by default.

    Returns
    -------
    list of Finding
        Each a ``warning``, with line and mend.

    Examples
    --------
    >>> from framing.lexicon import read_lexicon_text
    >>> mine = read_lexicon_text('''
    ... schema: 1
    ... kind: naming
    ... id: walls
    ... title: Walls
    ... version: 1.0.0
    ... language: en
    ... license: CC0-1.0
    ... concepts:
    ...   - id: wall
    ...     gloss: what parts two towns
    ...     variants:
    ...       - {id: wall-of-shame, nouns: [wall of shame], intensity: 3}
    ... ''')
    >>> [finding.what for finding in audit(mine)]
    ["concept 'wall' has no neutral variant, so every naming is loaded"]
    """
    if lexicon.kind != "naming":
        return []
    where = file or str(lexicon.path or lexicon.id)
    found: list[Finding] = []
    counted = directions(lexicon)
    for concept in lexicon.concepts:
        rows = [row for row in counted if row.concept == concept.id]
        found += _one_way(concept, rows, where)
        searched = [each for each in concept.variants if each.status != "unsourced"]
        if searched and all(variant.intensity for variant in searched):
            found.append(
                Finding(
                    where,
                    concept.line,
                    f"concept '{concept.id}' has no neutral variant, so every naming is loaded",
                    "add the neutral words for it with intensity 0",
                    "warning",
                )
            )
    return found


def _one_way(concept: Concept, rows: list[Directions], where: str) -> list[Finding]:
    """Warn once for a concept whose loaded variants all speak the same way of the same slots.

    Variants that favour one slot and others that favour another balance each other.
    """
    loaded = [
        {(slot, sign) for slot, sign in variant.toward.items() if sign}
        for variant in concept.variants
        if variant.status != "unsourced" and any(variant.toward.values())
    ]
    if not loaded or not set.intersection(*loaded):
        return []
    against = any(sign < 0 for _, sign in set.intersection(*loaded))
    table = "; ".join(
        f"{row.slot}: {row.against} against, {row.neither} neither, {row.favouring} favouring"
        for row in rows
    )
    way = "against" if against else "in favour of"
    return [
        Finding(
            where,
            concept.line,
            f"concept '{concept.id}' is loaded one way only, {way} what fills its slots ({table})",
            "add sourced variants that are loaded the other way, where usage has them",
            "warning",
        )
    ]
