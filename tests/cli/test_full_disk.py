"""Whatever command writes, a full disk or a folder without leave leaves the old file whole."""

from __future__ import annotations

import contextlib
import json
import resource
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from framing.cli import cli

TEXT = "The rebels attacked. “The regime fell,” Ana Ruiz said, and the occupation forces left. "
NEWS = "news.jsonl"
# Every writer there is, by a command that reaches it; @ stands where the output is named.
FILES = [
    ("compare", NEWS, "-o", "@r.html"),
    *(("mentions", NEWS, "-o", f"@m.{end}") for end in "csv jsonl parquet dta sav xlsx".split()),
    ("attributions", NEWS, "-o", "@a.html"),
    *(("chart", "pairs", NEWS, "-o", f"@c.{end}") for end in ("png", "svg", "pdf")),
    ("chart", "pairs", NEWS, "-o", "c.svg", "--data", "@d.csv"),
    *(("lexicon", "convert", "foreign-forces", "-o", f"@l.{end}")
      for end in "yaml dic dicx jsonl csv tsv tff".split()),
    ("lexicon", "suggest", NEWS, "--concept", "government", "-o", "@s.csv"),
    ("lexicon", "coverage", NEWS, "-o", "@s.csv"),
    ("worksheet", "event", "-o", "@w.html"),
    ("worksheet", "event", "-o", "w.html", "--marking-page", "@p.html"),
    ("events", NEWS, "-o", "@e.csv"),
    ("kwic", "rebels", NEWS, "-o", "@k.csv"),
    ("long", NEWS, "-o", "@l.sav"),
    ("codebook", NEWS, "-o", "@b.csv"),
    ("validate", "own", NEWS, "-o", "@o.csv"),
]  # fmt: skip
FOLDERS = [
    *(("compare", NEWS, "--tables", "@t", "--format", kind)
      for kind in ("csv", "jsonl", "parquet")),
    ("validate", "sheet", NEWS, "-o", "@s"),
    ("batch", NEWS, "@b", "--workers", "1"),
]  # fmt: skip
NEW = [("lexicon", "new", "@n.yaml")]


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles of two outlets on three events, as lines and as an event's folder."""
    folder = tmp_path_factory.mktemp("inputs")
    rows = [
        {"id": f"{outlet}{event}", "outlet": outlet, "event": event, "text": TEXT * 3 + outlet}
        for outlet in ("Ash", "Birch")
        for event in "xyz"
    ]
    (folder / NEWS).write_text("".join(json.dumps(row) + "\n" for row in rows))
    (folder / "event" / "x").mkdir(parents=True)
    for outlet in ("Ash", "Birch"):
        (folder / "event" / "x" / f"{outlet}.txt").write_text(TEXT * 3)
    return folder


@pytest.fixture
def here(inputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Enter a folder with the inputs and a folder for the outputs."""
    shutil.copytree(inputs, tmp_path / "work")
    monkeypatch.chdir(tmp_path / "work")
    monkeypatch.setenv("FRAMING_CACHE", "")
    (tmp_path / "work" / "out").mkdir()
    return tmp_path / "work" / "out"


@contextlib.contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """Let no file grow over a size, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def called(words: tuple[str, ...]) -> Result:
    """Run a command with its output in the folder for outputs."""
    return CliRunner().invoke(cli, [word.replace("@", "out/") for word in words])


def old_file(words: tuple[str, ...], out: Path) -> dict[str, bytes]:
    """Put a file where the command will write; return what the folder holds."""
    name = next(word for word in words if word.startswith("@"))[1:]
    if words not in NEW and words not in FOLDERS:
        (out / name).write_bytes(b"as it was")
    return held(out)


def held(out: Path) -> dict[str, bytes]:
    """Return the files of a folder with what they hold."""
    return {
        str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if path.is_file()
    }


def said_in_words(done: Result) -> str:
    """Return what a command said, which was no traceback, and ended as what can't be written."""
    assert isinstance(done.exception, SystemExit), done.exception
    assert done.exit_code == 3, done.output
    assert "could not be written" in done.output
    return done.output


@pytest.mark.parametrize("words", [*FILES, *NEW], ids=" ".join)
def test_a_disk_that_fills_while_a_file_is_written_leaves_the_old_one(
    words: tuple[str, ...], here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every writer of a file: the old one whole, nothing beside it, words and status 3."""
    monkeypatch.setattr("framing.output._LEAST", 0)  # the disk is not full yet
    before = old_file(words, here)
    with files_of_at_most(60):
        done = called(words)
    said_in_words(done)
    assert held(here) == before


@pytest.mark.parametrize("words", FOLDERS, ids=" ".join)
def test_a_disk_that_fills_while_a_folder_is_written_leaves_none_that_opens(
    words: tuple[str, ...], here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is left says that it is not whole, and holds no piece of a table."""
    monkeypatch.setattr("framing.output._LEAST", 0)
    with files_of_at_most(60):
        done = called(words)
    said_in_words(done)
    left = {Path(name).name: data for name, data in held(here).items()}
    assert set(left) <= {"manifest.json"}
    assert all(json.loads(data)["whole"] is False for data in left.values())


@pytest.mark.parametrize("words", [*FILES, *NEW, *FOLDERS], ids=" ".join)
def test_a_full_disk_or_a_folder_without_leave_is_told_before_the_work(
    words: tuple[str, ...], here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is read, and nothing left, where not one file can be made."""
    before = old_file(words, here)
    with files_of_at_most(60):
        output = said_in_words(called(words))
    assert "articles read" not in output
    assert held(here) == before

    def without_leave(*_: object, **__: object) -> tuple[int, str]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(tempfile, "mkstemp", without_leave)
    output = said_in_words(called(words))
    assert "articles read" not in output
    assert "Permission denied" in output
    assert held(here) == before
