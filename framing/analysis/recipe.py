"""With what an analysis was made: the record `reproduce` reads, as provenance is only written."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from framing.analysis.corrections import Correction
from framing.values import Target

__all__ = ["Recipe"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """The choices of one analysis, beside its articles and lexicons.

    Attributes
    ----------
    reader : str
        Name of the voice reader.
    sentiment : bool
        Whether sentiment was added to the scores.
    corrections : tuple of Correction
        A reader's overrides, as they were given.
    targets : tuple of Target
        The parties that the user declared.

    Examples
    --------
    >>> Recipe.of(Recipe(sentiment=False).written()) == Recipe(sentiment=False)
    True
    """

    reader: str = "rules"
    sentiment: bool = True
    corrections: tuple[Correction, ...] = ()
    targets: tuple[Target, ...] = ()

    def written(self) -> dict[str, Any]:
        """Return the record as plain values, for JSON."""
        return {
            "reader": self.reader,
            "sentiment": self.sentiment,
            "corrections": [dataclasses.asdict(correction) for correction in self.corrections],
            "targets": [{"name": t.name, "aliases": list(t.aliases)} for t in self.targets],
        }

    @classmethod
    def of(cls, written: Mapping[str, Any]) -> Recipe:
        """Read what `written` gave."""
        return cls(
            reader=str(written["reader"]),
            sentiment=bool(written["sentiment"]),
            corrections=tuple(Correction(**fields) for fields in written["corrections"]),
            targets=tuple(Target(t["name"], tuple(t["aliases"])) for t in written["targets"]),
        )
