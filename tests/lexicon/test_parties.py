"""Targets: what a user may declare, in which shapes, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing.errors import SettingsError
from framing.lexicon import load_targets
from framing.values import Target

BOTH = (
    Target("Varenia", ("Varenia", "Varenian", "the Keep")),
    Target("Ostland", ("Ostland",)),
)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("t.yaml", "Varenia: [Varenian, the Keep]\nOstland:\n"),
        ("t.yml", "targets:\n  Varenia: [Varenian, the Keep]\n  Ostland: []\n"),
        (
            "t.yaml",
            "- {name: Varenia, aliases: [Varenian, the Keep]}\n- {name: Ostland}\n",
        ),
        ("t.json", '{"Varenia": ["Varenian", "the Keep"], "Ostland": []}'),
        ("t.yaml", "Varenia: {aliases: [Varenian, the Keep]}\nOstland: {}\n"),
    ],
)
def test_files(tmp_path: Path, name: str, text: str) -> None:
    """YAML and JSON, flat, under `targets:`, or as a list of names with aliases."""
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    assert load_targets(file) == BOTH
    assert load_targets(str(file)) == BOTH


def test_values() -> None:
    """A mapping, targets already made, and nothing."""
    assert load_targets({"Varenia": ["Varenian", "the Keep"], "Ostland": None}) == BOTH
    assert load_targets(list(BOTH)) == BOTH
    assert load_targets(None) == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "Varenia: [Keep]\nOstland: [Keep]\n",
            "the alias 'Keep' stands under 'Varenia' and 'Ostland'; keep it under one of them",
        ),
        ("Varenia: ['  ']\n", "'Varenia' has an empty alias; remove it"),
        ("just words\n", "targets must be lines such as `Varenia: [Varenian]`"),
        ("- {aliases: [x]}\n", "targets must be lines such as `Varenia: [Varenian]`"),
        ("Varenia: {alias: [x]}\n", "'Varenia' has the key 'alias'; write `aliases: […]`"),
        (
            "Varenia: [[x]]\n",
            "an alias of 'Varenia' is a list or mapping; write one word or phrase each",
        ),
    ],
)
def test_refusals(tmp_path: Path, text: str, message: str) -> None:
    """What can't be understood is refused with the file's name and what to write instead."""
    file = tmp_path / "t.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        load_targets(file)
    assert str(caught.value) == f"{file}: {message}"


def test_broken_and_missing_files(tmp_path: Path) -> None:
    """A file that is not there, or no YAML, is a setting that can't be used."""
    with pytest.raises(SettingsError, match=r"none\.yaml: targets can't be read"):
        load_targets(tmp_path / "none.yaml")
    broken = tmp_path / "b.yaml"
    broken.write_text("a: [", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"b\.yaml, line \d: not readable as YAML"):
        load_targets(broken)
