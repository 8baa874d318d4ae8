"""What a reader found of fresh namings: whether they were opportunities, whether loaded ones are.

``readings.json`` holds counts alone. The namings were drawn by seed from the measuring corpora,
after the last change to the concepts concerned.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from framing.lexicon import Lexicon


def readings(kind: str) -> list[dict[str, Any]]:
    """Return the counts of one kind of reading."""
    path = Path(__file__).parent / "readings.json"
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))[kind]
    return found


def share(rows: list[dict[str, Any]]) -> float:
    """Return the share of the namings read that were right."""
    read = sum(row["read"] for row in rows)
    return float(sum(row["right"] for row in rows) / read)


def test_neutral_namings_are_opportunities(lexicons: list[Lexicon]) -> None:
    """Of the neutral namings of thirty concepts nine in ten are opportunities, none under .75."""
    rows = readings("opportunities")
    named = {concept.id for lexicon in lexicons for concept in lexicon.concepts}
    assert len({row["concept"] for row in rows} & named) == len(rows) >= 30
    assert all(row["read"] >= 20 for row in rows)
    assert share(rows) >= 0.9
    assert min(share([row]) for row in rows) >= 0.75


def test_new_loaded_namings_are_usable() -> None:
    """Of the loaded namings of the concepts added last four in five are usable."""
    rows = readings("usable")
    assert sum(row["read"] for row in rows) >= 100
    assert share(rows) >= 0.8
