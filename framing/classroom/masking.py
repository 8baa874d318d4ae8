"""Hide the outlets' names inside their own texts, and carry offsets across."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from framing.values import Article, Span

__all__ = ["MASK", "Masked", "mask_names", "names_to_mask"]

MASK = "[outlet]"
"""What stands for an outlet's name; of one length for all, so that it gives nothing away."""


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with names hidden: `text`, and where the masks stand in it (`masks`).

    `places` are the names' spans in the text as given.
    """

    text: str
    masks: tuple[Span, ...]
    places: tuple[Span, ...]

    def moved(self, span: Span) -> Span | None:
        """Return where `span` of the text as given lies now; None where a mask covers it."""
        starts = [start for start, _ in self.places]
        before = bisect_right(starts, span[0])
        if before and self.places[before - 1][1] > span[0]:
            return None
        if before < len(self.places) and self.places[before][0] < span[1]:
            return None
        shift = sum(len(MASK) - (end - start) for start, end in self.places[:before])
        return span[0] + shift, span[1] + shift


def names_to_mask(articles: Sequence[Article], extra: Iterable[str] = ()) -> tuple[str, ...]:
    """List what gives an outlet away in an event: its name, and words of it no other uses.

    A word of an outlet's name is hidden alone where it stands, with a capital, in that outlet's
    articles only ("told the Blare"); a city that all of them write about stays.

    Examples
    --------
    >>> one = Article("1", outlet="Brisca Blare", text="She told the Blare in Brisca.")
    >>> two = Article("2", outlet="Norlan Wire", text="BRISCA (Norlan Wire) - Brisca was calm.")
    >>> names_to_mask([one, two])
    ('Brisca Blare', 'BriscaBlare', 'Norlan Wire', 'NorlanWire', 'Norlan', 'Blare', 'Wire')
    """
    outlets = sorted({article.outlet for article in articles if article.outlet})
    names = [name for name in extra if name.strip()]
    names += [variant for outlet in outlets for variant in _written(outlet)]
    full = _pattern(names)
    rest = {
        outlet: " ".join(
            full.sub(" ", f"{article.title or ''} {article.text}")
            for article in articles
            if article.outlet == outlet
        )
        for outlet in outlets
    }
    words = [
        word
        for outlet in outlets
        for word in outlet.split()
        if len(word) > 3
        and word[0].isupper()
        and not any(_stands(word, text) for other, text in rest.items() if other != outlet)
    ]
    return tuple(sorted(dict.fromkeys(names + words), key=lambda name: (-len(name), name)))


def mask_names(text: str, names: Sequence[str]) -> Masked:
    """Put `MASK` for every name; full names in any case, single words as they are written.

    Examples
    --------
    >>> masked = mask_names("He told the Blare: stay.", ["Brisca Blare", "Blare"])
    >>> masked.text, masked.moved((19, 23))
    ('He told the [outlet]: stay.', (22, 26))
    """
    places = [match.span() for match in _pattern(names).finditer(text)] if names else []
    pieces, masks, position, length = [], [], 0, 0
    for start, end in places:
        pieces += [text[position:start], MASK]
        length += start - position
        masks.append((length, length + len(MASK)))
        length += len(MASK)
        position = end
    pieces.append(text[position:])
    return Masked("".join(pieces), tuple(masks), tuple(places))


def _written(outlet: str) -> list[str]:
    """Return the ways a full name is written: as given, and in one word as in an address."""
    joined = re.sub(r"\W", "", outlet)
    return [outlet] if joined == outlet or len(joined) < 5 else [outlet, joined]


def _stands(word: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(word)}\b", text) is not None


def _pattern(names: Sequence[str]) -> re.Pattern[str]:
    """Compile one alternation; a single word counts only as it is written, with its capital."""
    if not names:
        return re.compile(r"(?!)")
    parts = []
    for name in sorted(names, key=lambda name: (-len(name), name)):
        words = r"\s+".join(re.escape(word) for word in name.split())
        several = len(name.split()) > 1 or name != name.capitalize()
        parts.append(f"(?i:{words})" if several else words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")
