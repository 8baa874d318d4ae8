"""How likely a word is the outlet's own: counts of what coders said of decisions like it.

A decision is like others of the same voice; more so of the same rule; more so with the same
class of reporting word; most so at the same place in its sentence. The share that coders called
own is taken at each of these levels and drawn toward that of the level above it by `strength`
imagined decisions, so that a rule seen three times says little.
"""

from __future__ import annotations

import functools
import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final, NamedTuple, TypeAlias

from framing.errors import SettingsError

__all__ = [
    "OwnRates",
    "Seen",
    "fit_own_rates",
    "interval_of",
    "is_uncertain",
    "own_interval",
    "own_rates",
    "place_in_sentence",
    "seen_in",
]

UNCERTAIN: Final = (0.25, 0.75)
"""Between these an answer says neither own nor not (both inclusive)."""
STRENGTH: Final = 16.0
_Z: Final = 1.959964  # of a 95% interval
_LEVELS = 5
_BETWEEN = "|"
Cell: TypeAlias = tuple[int, int]


class Seen(NamedTuple):
    """What the tool said of one naming, as far as its probability hangs on it.

    `voice` is one of `framing.values.VOICES`, `rule` what decided it, `act` that of the report the
    naming stands in, `cue_class` the class of the report's cue, `place` what `place_in_sentence`
    returns; what is not known may be left empty.
    """

    voice: str
    rule: str = ""
    act: str = ""
    cue_class: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class OwnRates:
    """Counts of coded namings, all and own, at each level; see `fit_own_rates`.

    Attributes
    ----------
    cells
        Key of a level → (called own, all).
    strength
        Imagined decisions at the share of the level above.
    """

    cells: Mapping[str, Cell]
    strength: float = STRENGTH

    def probability(self, seen: Seen) -> float:
        """Return the share that coders called own of decisions like `seen`, between 0 and 1.

        The share of each level is drawn toward that of the level above, the widest toward ½.

        Examples
        --------
        >>> rates = fit_own_rates([(Seen("own", "own"), True)] * 9 + [(Seen("own", "own"), False)])
        >>> 0.5 < rates.probability(Seen("own", "own")) < 0.9
        True
        """
        share = 0.5
        for key in _keys(seen):
            own, count = self.cells.get(key, (0, 0))
            share = (own + self.strength * share) / (count + self.strength)
        return share

    def support(self, seen: Seen) -> int:
        """Return how many coded namings the deepest level of `seen` that has any rests on."""
        return next((self.cells[key][1] for key in _keys(seen)[::-1] if key in self.cells), 0)

    def to_json(self) -> str:
        """Return the counts as JSON text, sorted; `own_rates` reads them back."""
        cells = {key: list(self.cells[key]) for key in sorted(self.cells)}
        return json.dumps({"strength": self.strength, "cells": cells}, indent=1) + "\n"


def is_uncertain(share: float) -> bool:
    """Whether `share`, a probability of own, says neither own nor not: from .25 to .75.

    Examples
    --------
    >>> is_uncertain(0.6), is_uncertain(0.92)
    (True, False)
    """
    return UNCERTAIN[0] <= share <= UNCERTAIN[1]


def fit_own_rates(coded: Iterable[tuple[Seen, bool]], *, strength: float = STRENGTH) -> OwnRates:
    """Count what coders said of the tool's decisions.

    Parameters
    ----------
    coded
        What the tool said of a naming, and whether coders called it the outlet's own word.
    strength
        Imagined decisions at the share of the level above; 16 had the lowest Brier score of 1,
        2, 4, 8 and 16 when cross-validated by article (``tests/benchmarks/decisions.py``).

    Returns
    -------
    OwnRates
        Own and all namings, counted at each level; without any, every probability is .5.

    Examples
    --------
    >>> rates = fit_own_rates([(Seen("own", "own"), True), (Seen("quoted", "trailing"), False)])
    >>> rates.probability(Seen("own", "own")) > rates.probability(Seen("quoted", "trailing"))
    True
    """
    cells: dict[str, Cell] = {}
    for seen, own in coded:
        for key in _keys(seen):
            called, count = cells.get(key, (0, 0))
            cells[key] = (called + bool(own), count + 1)
    return OwnRates(MappingProxyType(cells), float(strength))


@functools.lru_cache(maxsize=16_384)  # few kinds of decisions, asked for with every naming
def _keys(seen: Seen) -> Sequence[str]:
    """Return the keys of the levels, from the widest to the closest."""
    rule = seen.rule if seen.voice != "own" else f"own, in a {seen.act}" if seen.act else "own"
    parts = ("all", seen.voice, rule, seen.cue_class or "-", seen.place or "-")
    return [_BETWEEN.join(parts[:count]) for count in range(1, _LEVELS + 1)]


def place_in_sentence(start: int, sentence_start: int, sentence_end: int, zone: str) -> str:
    """Return where a naming stands: ``headline``, ``caption``, or how far on in its sentence.

    Of `zone` only these two count. Else a `start` in the first half of the characters between
    `sentence_start` and `sentence_end` is ``early``, any other ``late``.

    Examples
    --------
    >>> place_in_sentence(70, 0, 100, "body"), place_in_sentence(70, 0, 100, "headline")
    ('late', 'headline')
    """
    if zone in ("headline", "caption"):
        return zone
    return "early" if 2 * (start - sentence_start) < sentence_end - sentence_start else "late"


def seen_in(row: Mapping[Any, Any]) -> Seen:
    """Return what the tool saw of a naming, from its row of the mentions or of a sheet's key.

    `row` must have a ``voice``, and a ``start`` where it has the ends and the zone of its sentence;
    what else it lacks is left empty.

    Examples
    --------
    >>> seen_in({"voice": "own", "rule": "own", "act": None})
    Seen(voice='own', rule='own', act='', cue_class='', place='')
    """
    place = ""
    if all(_word(row.get(name)) for name in ("sentence_start", "sentence_end", "zone")):
        start, first, end = (
            int(float(row[name])) for name in ("start", "sentence_start", "sentence_end")
        )
        place = place_in_sentence(start, first, end, _word(row["zone"]))
    return Seen(
        _word(row["voice"]), _word(row.get("rule")), _word(row.get("act")),
        _word(row.get("cue_class")), place,
    )  # fmt: skip


def _word(value: object) -> str:
    """Return a cell as a word; empty where it is missing."""
    return "" if value is None or str(value) in ("<NA>", "nan", "None") else str(value)


def own_interval(
    rows: Iterable[Mapping[Any, Any]], rates: OwnRates | None = None
) -> tuple[float, float, float]:
    """Return how many of some namings are the outlet's own words, and a 95% interval of that.

    Each naming counts with its ``p_own``. The variance has two parts: that of the draws,
    Σ p(1−p), and that of the rates themselves, Σ over kinds of decisions n²·p(1−p)/(N+s), with
    n namings of a kind here and N coded ones behind its rate (s: the strength of the shrinkage).

    Parameters
    ----------
    rows
        Namings, as rows of the mentions: their ``p_own`` and what `seen_in` reads.
    rates
        The rates that ``p_own`` was told from; those that ship by default.

    Returns
    -------
    tuple of float
        Expected own words, and the ends of the interval, never beyond 0 and all namings.

    Examples
    --------
    >>> own_interval([])
    (0.0, 0.0, 0.0)
    >>> sure = {"voice": "own", "rule": "corrected", "p_own": 1.0}
    >>> own_interval([sure, sure])
    (2.0, 2.0, 2.0)
    """
    return interval_of(((seen_in(row), float(row["p_own"])) for row in rows), rates)


def interval_of(
    namings: Iterable[tuple[Seen, float]], rates: OwnRates | None = None
) -> tuple[float, float, float]:
    """Return what `own_interval` does, for `namings` as pairs: what was seen, and ``p_own``.

    `rates` are those that ``p_own`` was told from; those that ship by default.

    Examples
    --------
    >>> interval_of([(Seen("own", "corrected"), 1.0)])
    (1.0, 1.0, 1.0)
    """
    used = rates or own_rates()
    kinds = Counter(namings)
    expected = variance = 0.0
    for (seen, share), count in kinds.items():
        expected += count * share
        spread = share * (1 - share)
        variance += count * spread
        if spread:
            variance += count**2 * spread / (used.support(seen) + used.strength)
    half = _Z * math.sqrt(variance)
    low, high = expected - half, expected + half
    return expected, max(0.0, low), min(float(sum(kinds.values())), high)


@functools.cache
def _shipped() -> OwnRates:
    """Return the rates that ship with the library, written by the measuring command."""
    return _parsed(
        (files("framing") / "_data" / "own_rates.json").read_text(encoding="utf-8"),
        "framing/_data/own_rates.json",
    )


def own_rates(text: str | None = None, *, name: str = "the text given") -> OwnRates:
    """Return rates from their JSON `text`, or without one those that ship with the library.

    `name` is what an error calls the text, such as the path of its file.

    Raises
    ------
    SettingsError
        When the text is not what `OwnRates.to_json` writes.

    Examples
    --------
    >>> own_rates(own_rates().to_json()) == own_rates()
    True
    """
    return _shipped() if text is None else _parsed(text, name)


def _parsed(text: str, name: str) -> OwnRates:
    try:
        found: Any = json.loads(text)
        cells = {str(key): (int(own), int(count)) for key, (own, count) in found["cells"].items()}
        strength = float(found["strength"])
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise SettingsError(
            f"{name} holds no rates; `framing validate rates` writes such a file"
        ) from error
    if strength <= 0 or any(not 0 <= own <= count for own, count in cells.values()):
        raise SettingsError(f"{name}: a count of own words is below 0 or above the count of all")
    return OwnRates(MappingProxyType(cells), strength)
