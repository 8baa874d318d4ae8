"""The cache: a help that nothing depends on, safe against damage, crowds and locked folders."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

import framing
from framing.lexicon import cache
from framing.output import write_whole


def build(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Ask for the same thing once more; return how often it has had to be built."""
    monkeypatch.setenv("FRAMING_CACHE", str(folder))
    built: list[int] = []

    def make() -> list[int]:
        built.append(1)
        return [1, 2]

    assert cache.cached("test", cache.key_of("a", "b"), make, lambda x: x, lambda x: list(x)) == [
        1,
        2,
    ]
    return built


def test_built_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was kept is read back, and nothing but one JSON file is left behind."""
    assert build(tmp_path / "new", monkeypatch) == [1]
    assert build(tmp_path / "new", monkeypatch) == []
    (file,) = (tmp_path / "new").iterdir()
    digest, body = file.read_text(encoding="utf-8").split("\n", 1)
    assert json.loads(body)["data"] == [1, 2]
    assert digest == hashlib.sha256(body.encode()).hexdigest()


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"key": "other", "data": [9]}', "\x00", "null"])
def test_damage_is_built_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str) -> None:
    """A file cut short, emptied or about something else is not believed."""
    build(tmp_path, monkeypatch)
    (file,) = tmp_path.iterdir()
    file.write_text(damage, encoding="utf-8")
    assert build(tmp_path, monkeypatch) == [1]
    assert build(tmp_path, monkeypatch) == []


def test_a_file_cut_short_anywhere_is_built_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Any part of a file, or as many zeros, that a loss of power leaves is not believed."""
    build(tmp_path, monkeypatch)
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    for size in range(len(whole)):
        for left in (whole[:size], whole[:size].ljust(len(whole), b"\0")):
            file.write_bytes(left)
            assert build(tmp_path, monkeypatch) == [1]
            assert file.read_bytes() == whole


def test_nobody_waits_for_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What can be made again is not flushed to the disk; what a user asked for is."""
    flushed: list[int] = []
    monkeypatch.setattr(os, "fsync", flushed.append)
    assert build(tmp_path, monkeypatch) == [1]
    assert flushed == []
    write_whole(tmp_path / "table.csv", "a,b")
    assert len(flushed) == 1


def test_no_folder_no_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a folder can't be made, or the cache is off, the result is built each time."""
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    assert build(blocked / "cache", monkeypatch) == [1]
    assert build(blocked / "cache", monkeypatch) == [1]
    monkeypatch.setenv("FRAMING_CACHE", "")
    assert cache.cache_folder() is None


def test_home_less_systems_have_no_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without HOME and without a cache folder named, nothing is written anywhere."""
    for name in ("FRAMING_CACHE", "HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    assert cache.cache_folder() is None


def test_key_tells_parts_apart() -> None:
    """Keys depend on every part and on where one ends."""
    keys = {cache.key_of("ab", "c"), cache.key_of("a", "bc"), cache.key_of("abc")}
    assert len(keys) == 3
    assert cache.key_of("a", "b") == cache.key_of("a", "b")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("VERSION", "0.0.1"),
        ("room_digest", lambda room: f"changed {room}"),
        ("sys", SimpleNamespace(version_info=(3, 99, 0))),
    ],
    ids=["framing", "modules", "Python"],
)
def test_key_tells_what_made_it(monkeypatch: pytest.MonkeyPatch, name: str, value: object) -> None:
    """Another version of framing or of Python, or changed modules, never find what is kept."""
    before = cache.key_of("a")
    assert cache.key_of("a") == before
    monkeypatch.setattr(cache, name, value)
    assert cache.key_of("a") != before


def test_modules_of_a_key_are_all_that_a_lexicon_is_read_by() -> None:
    """What is loaded to read a lexicon and make its forms is in a key, or decides nothing."""
    code = (
        "import sys\n"
        "from framing.lexicon import load_lexicon\n"
        "from framing.lexicon.forms import forms_of\n"
        "forms_of(load_lexicon('governments'))\n"
        "print(*(name for name in sys.modules if name.startswith('framing.')))\n"
    )
    environment = os.environ | {
        "FRAMING_CACHE": "",
        "PYTHONPATH": str(Path(framing.__file__).parents[1]),
    }
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    rooms = {name.split(".")[1] for name in done.stdout.split()}
    assert set(cache._MADE_BY) <= rooms
    others = {"_version", "cells", "digests", "errors", "output", "values"}
    assert rooms - set(cache._MADE_BY) == others


def test_a_changed_lexicon_is_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another process finds the words that the file has now, and their forms."""
    monkeypatch.setenv("FRAMING_CACHE", str(tmp_path / "cache"))
    file = tmp_path / "things.yaml"
    code = (
        "import sys\n"
        "from framing.lexicon import load_lexicon\n"
        "from framing.lexicon.forms import forms_of\n"
        "print(*(form.text for form in forms_of(load_lexicon(sys.argv[1]))[0][0]))\n"
    )
    environment = os.environ | {"PYTHONPATH": str(Path(framing.__file__).parents[1])}
    for noun, forms in (("wall", "wall walls"), ("fence", "fence fences"), ("wall", "wall walls")):
        variant = f"{{id: one, nouns: [{noun}]}}"
        file.write_text(f"id: things\nconcepts:\n  - {{id: thing, variants: [{variant}]}}\n")
        done = subprocess.run(
            [sys.executable, "-c", code, file],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.split() == forms.split()


CROWD = """
from framing.lexicon import cache
data = list(range(20_000))
for number in range(30):
    key = cache.key_of(str(number % 3))
    assert cache.cached("crowd", key, lambda: data, lambda x: x, lambda x: list(x)) == data
"""


def test_crowd_of_writers(tmp_path: Path) -> None:
    """Processes writing the same files at once all read whole ones, and leave no litter."""
    environment = os.environ | {
        "FRAMING_CACHE": str(tmp_path),
        "PYTHONPATH": str(Path(framing.__file__).parents[1]),
    }
    crowd = [subprocess.Popen([sys.executable, "-c", CROWD], env=environment) for _ in range(3)]
    assert [one.wait(timeout=60) for one in crowd] == [0, 0, 0]
    assert len(list(tmp_path.iterdir())) == 3


def test_old_files_are_dropped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder does not grow without end: the files written longest ago go first."""
    monkeypatch.setenv("FRAMING_CACHE", str(tmp_path))
    for number in range(9):
        key = cache.key_of(str(number))
        cache.cached("many", key, lambda: 1, lambda x: x, lambda x: int(x), most=5)
    assert len(list(tmp_path.iterdir())) == 5


def test_line_ends_do_not_change_a_hash() -> None:
    """A checkout with CRLF names the same lexicon as one with LF."""
    assert cache.sha256_of(b"id: x\r\n") == cache.sha256_of(b"id: x\n")
