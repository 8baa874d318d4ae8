"""Lint, format, types and layers, held by the same command as the tests."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def run(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a tool of this environment on the checkout."""
    return subprocess.run(
        [sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    "command",
    [
        ("-m", "ruff", "check", "."),
        ("-m", "ruff", "format", "--check", "."),
        ("-m", "mypy"),
        ("-c", "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"),
    ],
    ids=["ruff", "format", "mypy", "layers"],
)
def test_tool_finds_nothing(command: tuple[str, ...]) -> None:
    """Each tool passes on the whole checkout."""
    done = run(*command)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_module_outgrows_its_idea() -> None:
    """No module of the library is longer than 300 lines."""
    long = {
        str(path.relative_to(ROOT)): count
        for path in sorted((ROOT / "framing").rglob("*.py"))
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 300
    }
    assert long == {}


def test_no_pattern_repeats_a_group_possessively() -> None:
    """Groups are repeated in ``(?>…)``, never with ``++``: Python 3.11.0 to 3.11.4 match it wrong.

    With ``(?:ab?)++`` those releases (https://github.com/python/cpython/issues/106052) gave other
    attributions than later ones; one character or class (``a*+``) is safe.
    """
    possessive = re.compile(r"\)(?:[*+?]|\{+[\d,]+\}+)\+")
    assert possessive.search(r"(?:ab?)++")
    assert possessive.search(r"(?:a){{0,8}}+")
    found = {
        f"{path.relative_to(ROOT)}:{number}"
        for path in sorted((ROOT / "framing").rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if possessive.search(line)
    }
    assert found == set()


def test_readme_begins_with_two_commands() -> None:
    """The first sh block of the README holds exactly the two one-line commands."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(r"^```sh\n(.*?)^```", readme, re.S | re.M)
    assert block is not None
    lines = block.group(1).strip().splitlines()
    assert len(lines) == 2
    assert "framing compare examples -o report.html" in lines[0]
    assert lines[1].endswith("python -m pytest")


def test_import_is_light() -> None:
    """`import framing` loads none of the heavy libraries."""
    code = (
        "import sys, framing, framing.cli\n"
        "heavy = {'pandas', 'matplotlib', 'sklearn', 'textblob', 'scipy', 'numpy', 'lemminflect'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = run("-c", code)
    assert done.stdout.strip() == "[]", done.stdout + done.stderr
