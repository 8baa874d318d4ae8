"""How often the reader of voices errs, as the measuring command wrote it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

__all__ = ["error_rates", "own_or_not"]


def error_rates() -> Mapping[str, Any]:
    """Return what the measuring command wrote; empty when nothing was measured."""
    try:
        text = (files("framing") / "_data" / "error_rates.json").read_text(encoding="utf-8")
        found = json.loads(text)
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def own_or_not(rates: Mapping[str, Any]) -> tuple[float, float, int] | None:
    """Return how much of what reads own is, how much of what is own reads so, and of how many.

    Examples
    --------
    >>> voices = {"own": {"precision": 0.904, "recall": 0.934}}
    >>> own_or_not({"reader": "rules", "decisions": {"n": 392, "by voice": voices}})
    (0.904, 0.934, 392)
    """
    for section in rates.values():
        voices = section.get("by voice") if isinstance(section, Mapping) else None
        own = voices.get("own") if isinstance(voices, Mapping) else None
        if isinstance(own, Mapping) and {"precision", "recall"} <= set(own):
            return float(own["precision"]), float(own["recall"]), int(section.get("n", 0))
    return None
