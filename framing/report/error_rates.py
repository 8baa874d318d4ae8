"""How often the voice reader is wrong, in the words of what was measured."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

__all__ = ["error_rates", "measured_rows"]


def error_rates() -> Mapping[str, Any]:
    """Return what the measuring command wrote; empty when nothing was measured."""
    try:
        text = (files("framing") / "_data" / "error_rates.json").read_text(encoding="utf-8")
        found = json.loads(text)
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def measured_rows(rates: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return the figures as pairs of words, whatever their nesting.

    Examples
    --------
    >>> measured_rows({"voice": {"own": {"precision": 0.912, "n": 40}}})
    [('voice, own, precision', '0.912'), ('voice, own, n', '40')]
    """
    return list(_walk((), rates))


def _walk(names: tuple[str, ...], value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _walk((*names, str(name).replace("_", " ")), inner)
    elif isinstance(value, list):
        yield ", ".join(names), ", ".join(str(item) for item in value)
    elif value is not None:
        shown = f"{value:.3f}" if isinstance(value, float) else str(value)
        yield ", ".join(names), shown
