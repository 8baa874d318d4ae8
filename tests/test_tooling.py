"""Rules of this checkout that need no tool: modules, patterns, README commands, light imports.

What tools judge (lint, format, types, layers) runs in ``.ci/run``: a new rule of theirs is no
fault of whoever tries the library.
"""

from __future__ import annotations

import ast
import functools
import importlib
import inspect
import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "framing").rglob("*.py"))
IN_THE_TEST_EXTRA = {"docx", "openpyxl", "pyarrow", "skops", "fcntl"}  # the last is Unix's own


def lines_of(path: Path) -> int:
    """Return how many lines a file has."""
    return len(path.read_text(encoding="utf-8").splitlines())


@functools.cache
def tree_of(path: Path) -> ast.Module:
    """Parse a module, once for all tests."""
    return ast.parse(path.read_text(encoding="utf-8"))


def classes_of(path: Path) -> int:
    """Return how many classes stand at the top of a module."""
    return sum(isinstance(node, ast.ClassDef) for node in tree_of(path).body)


def test_no_module_outgrows_its_idea() -> None:
    """No module of the library is longer than 300 lines, or 500 where it is about one class."""
    long = {
        str(path.relative_to(ROOT)): lines_of(path)
        for path in MODULES
        if lines_of(path) > (500 if classes_of(path) == 1 else 300)
    }
    assert long == {}


def test_a_name_stands_for_one_module_and_one_class() -> None:
    """Who searches for a module or a class by its name finds one; a room's name is a room's."""
    rooms = [path.parent.name for path in MODULES if path.name == "__init__.py"]
    modules = [path.stem for path in MODULES if not path.stem.startswith("__")]
    twice = {name: n for name, n in Counter([*rooms, *modules]).items() if n > 1}
    assert twice == {"formats": 2}  # of articles, of lexicons: packages of files of one kind
    classes = Counter(
        node.name
        for path in MODULES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ClassDef)
    )
    assert {name: n for name, n in classes.items() if n > 1} == {}


def test_no_module_bears_a_public_functions_name() -> None:
    """`from framing.ROOM import NAME` gives the function, wherever files of the room are read."""
    modules = {path.stem if path.stem != "__init__" else path.parent.name for path in MODULES}
    found = {
        f"{room.__name__}.{name}"
        for package in sorted(path.parent for path in MODULES if path.name == "__init__.py")
        for room in [importlib.import_module(".".join(package.relative_to(ROOT).parts))]
        for name in getattr(room, "__all__", ())
        if name in modules and inspect.isroutine(getattr(room, name))
    }
    assert found == set()


def imported_at_once(path: Path) -> Iterator[str]:
    """Name what a module imports of ours when it is itself imported: types and calls wait."""
    for node in tree_of(path).body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("framing"):
            for alias in node.names:
                yield node.module or ""
                yield f"{node.module}.{alias.name}"


def test_modules_import_one_another_in_no_circle() -> None:
    """Each module can be read after those it is built on."""
    names = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
        for path in MODULES
    }
    built_on = {
        name: {other for other in imported_at_once(path) if other in names and other != name}
        for name, path in names.items()
    }
    assert len(list(TopologicalSorter(built_on).static_order())) == len(names)


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
        for path in MODULES
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
    assert "'.[test]'" in lines[1]
    assert lines[1].endswith("python -m pytest")


def test_the_test_extra_is_light() -> None:
    """A user's tests bring no browser, type checker, linter, parser or notebook kernel."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]

    def packages(extra: str) -> set[str]:
        found: set[str] = set()
        for requirement in extras[extra]:
            name, _, inner = re.match(r"([\w-]+)(\[([\w,]+)\])?", requirement).groups("")
            if name == "framing":
                found.update(*map(packages, inner.split(",")))
            else:
                found.add(name)
        return found

    heavy = {"playwright", "mypy", "ruff", "import-linter", "spacy", "ipykernel", "nbclient",
             "pytest-xdist", "statsmodels", "polars"}  # fmt: skip
    assert packages("test") & heavy == set()
    assert heavy <= packages("dev")


def of_more_than_the_test_extra(source: str) -> list[str]:
    """Return the modules a test skips without, though no step of CI that lacks them runs it again.

    The light suite runs without them, and `dev` runs again what is marked `slow` or `extra`. The
    fixture `optional` marks; a module that asks `find_spec` marks itself.
    """
    tree = ast.parse(source)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    marks_itself = any(
        isinstance(node, ast.Attribute) and node.attr == "extra" for node in ast.walk(tree)
    )
    asks = {"importorskip"} | (set() if marks_itself else {"find_spec"})
    return [
        module
        for call in calls
        if getattr(call.func, "attr", getattr(call.func, "id", "")) in asks
        and (module := ast.unparse(call.args[0]).strip("'")) not in IN_THE_TEST_EXTRA
    ]


@pytest.mark.parametrize("path", sorted((ROOT / "tests").rglob("test_*.py")), ids=lambda p: p.stem)
def test_a_test_that_may_skip_runs_where_it_does_not(path: Path) -> None:
    """Who needs more than the extra `test` asks the fixture `optional` for it."""
    assert of_more_than_the_test_extra(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("pytest.importorskip('polars')", ["polars"]),
        ("pytest.importorskip(module, reason='why')", ["module"]),
        ("from importlib.util import find_spec\nif not find_spec('spacy'): skip()", ["spacy"]),
        ("pytestmark = pytest.mark.extra\nif not find_spec('spacy'): skip()", []),
        ("def test_it(optional):\n    optional('polars')", []),
        ("pytest.importorskip('pyarrow')", []),
    ],
)
def test_what_may_skip_is_seen(source: str, found: list[str]) -> None:
    """A bare `importorskip` of what only `dev` brings, or a spec sought without the mark."""
    assert of_more_than_the_test_extra(source) == found


def test_tools_that_judge_are_pinned() -> None:
    """Linter, type checker and its stubs stand with one version each."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    judges = ("ruff", "mypy", "import-linter", "pandas-stubs", "types-")
    for requirement in project["optional-dependencies"]["dev"]:
        if requirement.startswith(judges):
            assert "==" in requirement, requirement


def test_import_is_light() -> None:
    """`import framing` loads none of the heavy libraries."""
    code = (
        "import sys, framing, framing.cli\n"
        "heavy = {'pandas', 'matplotlib', 'sklearn', 'textblob', 'scipy', 'numpy', 'lemminflect'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "[]", done.stdout + done.stderr


@pytest.mark.parametrize("path", sorted((ROOT / "tests/benchmarks").glob("*.py")), ids=str)
def test_what_a_benchmark_takes_from_framing_is_there(path: Path) -> None:
    """A name that moved is missed here, not by whoever runs the benchmark next."""
    for node in ast.walk(tree_of(path)):
        if not isinstance(node, ast.ImportFrom) or not (node.module or "").startswith("framing"):
            continue
        module = importlib.import_module(str(node.module))
        for name in (each.name for each in node.names):
            if not hasattr(module, name):
                importlib.import_module(f"{node.module}.{name}")
