"""How often the voice reader is wrong, in the words of what was measured."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from framing.analysis.measured import error_rates
from framing.language.numberwords import percent

__all__ = ["Measured", "error_rates", "in_a_sentence", "measured_sections"]


@dataclass(slots=True)
class Measured:
    """One measurement: its title, single figures, and tables of figures by class."""

    title: str
    figures: list[tuple[str, str]] = field(default_factory=list)
    tables: list[tuple[str, list[str], list[list[str]]]] = field(default_factory=list)


def measured_sections(rates: Mapping[str, Any]) -> list[Measured]:
    """Return the figures section by section, whatever they are called.

    Examples
    --------
    >>> (one,) = measured_sections({"terms": {"n": 5, "by voice": {"own": {"precision": 0.582}}}})
    >>> one.title, one.figures, one.tables
    ('terms', [('n', '5')], [('by voice', ['precision'], [['own', '0.582']])])
    """
    found = []
    single = Measured("measured with")
    for name, value in rates.items():
        if isinstance(value, Mapping):
            found.append(_section(str(name), value))
        else:
            single.figures.append((str(name), _said(value)))
    return [*found, single] if single.figures else found


def in_a_sentence(rates: Mapping[str, Any]) -> str | None:
    """Return what a reader must know first: both errors that "own" has.

    Nothing where no measurement by voice with a precision is there.

    Examples
    --------
    >>> voices = {"own": {"precision": 0.904, "recall": 0.934}, "quoted": {"precision": 0.98}}
    >>> print(in_a_sentence({"decisions": {"n": 392, "by voice": voices}}))
    Of what reads own, about 1 in 10 is not; of what is own, about 1 in 15 is missed (392 decisions; quoted is right 98% of the time)
    """  # noqa: E501  the sentence as a reader sees it
    for name, section in rates.items():
        if not isinstance(section, Mapping) or not isinstance(section.get("by voice"), Mapping):
            continue
        voices = {
            str(voice): cell
            for voice, cell in section["by voice"].items()
            if isinstance(cell, Mapping) and isinstance(cell.get("precision"), int | float)
        }
        if "own" not in voices:
            continue
        said = f"Of what reads own, {_one_in(1 - voices['own']['precision'])} is not"
        if isinstance(voices["own"].get("recall"), int | float):
            said += f"; of what is own, {_one_in(1 - voices['own']['recall'])} is missed"
        others = [
            f"{voice} is right {percent(cell['precision'])} of the time"
            for voice, cell in voices.items()
            if voice != "own"
        ]
        judged = f"{section['n']} {name}" if "n" in section else name
        return f"{said} ({'; '.join([judged, *others])})"
    return None


def _one_in(share: float) -> str:
    """Return a share as people say it: "about 1 in 10"; "hardly any" under 1 in 200."""
    return f"about 1 in {round(1 / share)}" if share > 0.005 else "hardly any"


def _section(title: str, values: Mapping[str, Any]) -> Measured:
    made = Measured(title)
    for name, value in values.items():
        if isinstance(value, Mapping):
            made.tables.append(_table(str(name), value))
        else:
            made.figures.append((str(name), _said(value)))
    return made


def _table(title: str, rows: Mapping[str, Any]) -> tuple[str, list[str], list[list[str]]]:
    cells = {str(n): v if isinstance(v, Mapping) else {"": v} for n, v in rows.items()}
    columns = list(dict.fromkeys(str(name) for row in cells.values() for name in row))
    body = [[name, *(_said(row.get(c, "")) for c in columns)] for name, row in cells.items()]
    return title, columns, body


def _said(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.3f}"
    if isinstance(value, list | tuple):
        return ", ".join(str(item) for item in value)
    return "" if value is None else str(value)
