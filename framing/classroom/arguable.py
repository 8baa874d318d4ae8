"""Items on which a careful pupil may differ: both answers count, and the key says why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from framing.classroom.sheetrecords import Item

__all__ = ["by_the_lists", "by_the_sheet"]

_HELD_OFF = (
    "The word is held off (“so-called”, or marks of distance) inside what somebody says or is "
    "reported to say: both can be seen."
)
_HEADLINE = (
    "In a headline without quotation marks nobody can tell whether the source said the word or "
    "the headline's writer chose it."
)
_UNSURE = "The sentence can be read in both ways; framing itself is unsure."
_LISTED = "The word lists, which go by published guides, call it loaded; the reader did not."
_NOT_LISTED = "A reader called it loaded; the word lists, which go by published guides, do not."


def by_the_sheet(
    item: Item, *, distanced: bool = False, headline: bool = False, unsure: bool = False
) -> Item:
    """Return the item as the sheet's own words of the voices have it, with a second answer.

    The sheet tells pupils that "so-called" is at arm's length, so that is the answer wherever the
    outlet holds a word off; whose mouth it is in counts too. A voice that a teacher has decided on
    comes first whatever the sheet says, and what nobody can tell keeps its second answer.

    Examples
    --------
    >>> item = Item("n1", "A", "text", 0, 8, "massacre", "killing", True, "attributed")
    >>> by_the_sheet(item, distanced=True).accepted
    ('distanced', 'attributed')
    >>> by_the_sheet(item, headline=True).accepted
    ('attributed', 'own')
    """
    if item.also:
        return item
    if distanced and item.voice in ("quoted", "attributed"):
        told = (item.voice, "distanced") if item.decided else ("distanced", item.voice)
        return replace(item, voice=told[0], also=told[1:], why=_HELD_OFF)
    if headline and item.voice == "attributed":
        return replace(item, also=("own",), why=_HEADLINE)
    if unsure and not item.decided:
        other = "attributed" if item.voice == "own" else "own"
        return replace(item, also=(other,), why=_UNSURE)
    return item


def by_the_lists(
    items: Iterable[Item], found: Mapping[str, Sequence[Mapping[Any, Any]]]
) -> list[Item]:
    """Return a hand-made key's items, loaded as the word lists have it; else both count.

    Parameters
    ----------
    items
        The items of a key that a person made.
    found
        For each item, by id, the rows of the mentions that share words with it.
    """
    settled = []
    for item in items:
        rows = found.get(item.id, ())
        listed = any(bool(row["loaded"]) for row in rows)
        if rows and listed is not item.loaded:
            why = " ".join(filter(None, [item.why, _LISTED if listed else _NOT_LISTED]))
            item = replace(item, loaded=listed, either=True, why=why)
        settled.append(item)
    return settled
