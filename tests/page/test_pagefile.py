"""A page is never written under a name that opens in another program."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from framing.cli import cli
from framing.errors import OutputError
from framing.page import need_page

TEXT = "The regime fell. Protesters met. The terrorists fled."


@pytest.fixture
def event(tmp_path: Path) -> Path:
    """Two articles on one event."""
    folder = tmp_path / "news" / "march"
    folder.mkdir(parents=True)
    for name in ("Ash", "Birch"):
        (folder / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", ["r.html", "r.HTM", "report", "report.v2", "2019.05"])
def test_names_that_open_as_a_page_or_as_nothing_are_taken(name: str) -> None:
    """A number behind a point is no kind of file."""
    need_page(name)


@pytest.mark.parametrize("name", ["r.pdf", "r.DOCX", "r.csv", "a/b/r.png"])
def test_names_of_other_kinds_are_refused_with_what_to_write(name: str) -> None:
    """The message says how the name has to end, and where a PDF comes from."""
    with pytest.raises(OutputError, match=r"end the name in \.html \(a browser prints it"):
        need_page(name)


@pytest.mark.parametrize(
    "words",
    [
        ["compare", "{news}", "-o", "{out}"],
        ["worksheet", "{event}", "-o", "{out}"],
        ["worksheet", "{event}", "-o", "{page}", "--marking-page", "{out}"],
        ["mark", "{event}/Ash.txt", "--key", "{event}/Ash.txt", "-o", "{out}"],
    ],
)
def test_commands_refuse_before_the_work(words: list[str], event: Path, tmp_path: Path) -> None:
    """Nothing is analysed for a report that could not be opened, and nothing is written."""
    out, page = tmp_path / "made.pdf", tmp_path / "page.html"
    given = [word.format(news=event.parent, event=event, out=out, page=page) for word in words]
    done = CliRunner().invoke(cli, given)
    assert done.exit_code == 3
    assert "made.pdf: this is written as a page; end the name in .html" in done.output
    assert "read, 0 skipped" not in done.output
    assert not list(tmp_path.glob("*.*"))
