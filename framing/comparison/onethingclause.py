"""The piece of a finding that says whether its two words are of one thing, as the texts go."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from framing.comparison.material import Material
from framing.comparison.onething import OneThing, asked_of, one_things
from framing.comparison.queries import Part, Query, Sentence, join
from framing.comparison.wroteclauses import other_side, side_name

__all__ = ["doubt_of", "one_thing_clause", "thing_of"]

Row = Mapping[Any, Any]
_DOUBT = "Nothing shows that both words are of one thing"
_OF_ONE_PARTY = " namings by them are of one and the same group, person, state or law on both sides"
_RETOLD = " namings by them stand in sentences of both sides that tell the same"


def thing_of(material: Material, row: Row) -> OneThing | None:
    """Return what shows that the words of a contrast are of one thing; None where it is no matter.

    It is none where both sides prefer one word, and where the concept is of one thing alone.
    """
    asked = asked_of(row)
    found = None if asked is None else one_things(material, [asked])[asked]
    return found if found is not None and found.several else None


def one_thing_clause(material: Material, row: Row) -> Sentence:
    """Say what shows that both words are of one thing, or that nothing does."""
    found = thing_of(material, row)
    if found is None:
        return Sentence()
    asked = Query.of_row(row).but(variant=str(row["variant_a"]), other=str(row["variant_b"]))
    if found.doubted:
        return _doubt(material, row, found, asked)
    said = [_articles(found, asked)] if found.both_count else []
    if n := len(found.party):
        said.append(Sentence.of(Part(str(n), asked.but(met="party", n=n)), _OF_ONE_PARTY))
    if found.retold is not None and (n := len(found.retold)):
        said.append(Sentence.of(Part(str(n), asked.but(met="sentences", n=n)), _RETOLD))
    return Sentence.of(" ", join(said).capital(), ".")


def doubt_of(material: Material, row: Row) -> str:
    """Say in a line that the words of a contrast may be of several things; empty where not."""
    found = thing_of(material, row)
    if found is None or not found.doubted:
        return ""
    return f"{_DOUBT}: they may name {_kinds(found)}."


def _kinds(found: OneThing) -> str:
    return "different acts" if found.deeds else "different people or things"


def _doubt(material: Material, row: Row, found: OneThing, asked: Query) -> Sentence:
    """Say that nothing shows it, and whom each side's word is said of where that is known."""
    told = ", and no sentences of the two sides tell the same with them"
    if found.retold is None:
        told = ", and without the articles' texts it cannot be seen whether sentences tell the same"
    whom = ""
    if found.of_whom is not None:
        names = side_name(material, row["outlet_a"]), other_side(material, row)
        whom = (
            f" Where the texts say of whom, it is most often {found.of_whom[0]} ({names[0]}) and "
            f"{found.of_whom[1]} ({names[1]})."
        )
    return Sentence.of(
        f" {_DOUBT}: ", _articles(found, asked), told, f". They may name {_kinds(found)}.", whom
    )  # fmt: skip


def _articles(found: OneThing, asked: Query) -> Sentence:
    """Say how many of the articles with either word have both."""
    of = asked.but(show="articles", met="either", n=found.either_count)
    both = asked.but(show="articles", met="both", n=found.both_count)
    if not found.both_count:
        return Sentence.of("no article has both")
    return Sentence.of(
        Part(str(found.both_count), both), " of ", Part(str(found.either_count), of),
        f" articles with either word {'has' if found.both_count == 1 else 'have'} both",
    )  # fmt: skip
