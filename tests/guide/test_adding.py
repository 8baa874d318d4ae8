"""Each recipe of the page on adding things is carried out on a copy of the package, and holds."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

import framing
from framing.guide import adding
from framing.lexicon.loading import data_folder

BLOCK = re.compile(r"^```(\w+)(?: (\S+)(?: after \"([^\n]*)\")?)?\n(.*?)^```$", re.M | re.S)


class Recipe(NamedTuple):
    """What one section of the page says."""

    title: str
    changes: list[tuple[str, str, str]]
    trial: str
    shown: str


def recipes() -> list[Recipe]:
    """Read the sections of the page: what is written where, what is tried, what comes out."""
    found = []
    for section in (adding.__doc__ or "").split("\n## ")[1:]:
        blocks = [match.groups(default="") for match in BLOCK.finditer(section)]
        changes = [(path, after, text) for _, path, after, text in blocks if path]
        trial = blocks[-1][3]
        shown = "\n".join(line[2:] for line in trial.splitlines() if line.startswith("# "))
        found.append(Recipe(section.split("\n", 1)[0], changes, trial, shown))
    return found


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Copy the package and its lexicons, as a checkout has them."""
    package = Path(framing.__file__).parent
    ignored = shutil.ignore_patterns("__pycache__", "lexicons")
    shutil.copytree(package, tmp_path / "framing", ignore=ignored)
    shutil.copytree(data_folder(), tmp_path / "lexicons")
    return tmp_path


def change(root: Path, path: str, after: str, text: str) -> None:
    """Write a new file, or lines below the first that begins with `after`."""
    file = root / path
    if not after:
        assert not file.exists(), f"{path} is there already; the recipe calls it new"
        file.write_text(text, encoding="utf-8")
        return
    lines = file.read_text("utf-8").splitlines(keepends=True)
    at = next(n for n, line in enumerate(lines) if line.startswith(after))
    file.write_text("".join([*lines[: at + 1], text, *lines[at + 1 :]]), encoding="utf-8")


def run(root: Path, *command: str) -> str:
    """Run Python on the copy and return what it prints."""
    done = subprocess.run(
        [sys.executable, *command],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root), "FRAMING_CACHE": str(root.parent / "cache")},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.strip()


@pytest.mark.parametrize("recipe", recipes(), ids=lambda recipe: recipe.title)
def test_the_recipe_adds_what_it_says(recipe: Recipe, copy: Path) -> None:
    """After its changes the last block prints what the page says."""
    assert recipe.changes
    assert recipe.shown
    for each in recipe.changes:
        change(copy, *each)
    assert run(copy, "-c", recipe.trial) == recipe.shown


@pytest.mark.slow
def test_without_its_change_no_recipe_comes_out(copy: Path) -> None:
    """A recipe that prints the same without being followed shows nothing."""
    for recipe in recipes():
        guarded = (
            "try:\n"
            + "".join(f"    {line}\n" for line in recipe.trial.splitlines())
            + "except Exception:\n    print('-')\n"
        )
        assert run(copy, "-c", guarded) != recipe.shown, recipe.title


def test_there_is_a_recipe_for_each_kind_of_thing() -> None:
    """A missing one would send a newcomer to search."""
    titles = " ".join(recipe.title for recipe in recipes())
    for word in ("verb", "rule of voice", "concept", "chart", "format", "column", "estimator"):
        assert word in titles


def test_the_lexicon_of_the_recipe_passes_its_check(copy: Path) -> None:
    """A newcomer who copies it starts with one that is sound."""
    (recipe,) = [one for one in recipes() if one.title == "A concept"]
    for each in recipe.changes:
        change(copy, *each)
    out = run(copy, "-m", "framing.cli", "lexicon", "check", "lexicons/harbours.yaml")
    assert "error" not in out.replace("0 errors", "")
