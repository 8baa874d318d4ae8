"""A folder that framing wrote is never taken for articles, and never written among them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import framing
from framing.analysis import savedfolder
from framing.analysis.folderlock import locked
from framing.analysis.savedfolder import keep_validation
from framing.errors import ArticleError, OutputError, SettingsError
from framing.output import protecting, will_write

ROWS = [
    {"id": str(n), "outlet": outlet, "event": "talks", "text": f"The {word} left the town at dawn."}
    for n, (outlet, word) in enumerate([("Ash", "rebels"), ("Birch", "terrorists")])
]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Write two articles into a folder."""
    folder = tmp_path / "news"
    folder.mkdir()
    lines = "".join(json.dumps(row) + "\n" for row in ROWS)
    (folder / "news.jsonl").write_text(lines, encoding="utf-8")
    return folder


def test_a_saved_analysis_among_articles_is_not_read_as_articles(news: Path) -> None:
    """Tables written into a folder below the articles' leave the next read as it was."""
    before = framing.read_articles(news)
    framing.analyze(before, sentiment=False).save(news / "tables")
    again = framing.read_articles(news)
    assert [article.id for article in again] == [article.id for article in before]
    assert any("tables" in name for name in again.ignored)


def test_a_saved_analysis_given_as_articles_says_how_it_is_opened(news: Path) -> None:
    """Its tables hold texts of namings, and would make strange articles."""
    saved = framing.analyze(news, sentiment=False).save(news.parent / "saved")
    with pytest.raises(ArticleError, match=r"open it by framing\.open_analysis"):
        framing.read_articles(saved)


def test_the_folder_that_is_read_is_not_filled(news: Path) -> None:
    """A folder of tables is refused before the work where it is the articles' own."""
    with protecting(news):
        with pytest.raises(OutputError, match="is being read, and what is written there"):
            will_write(folders=[news])
        will_write(folders=[news / "tables"])
        with pytest.raises(OutputError, match="is a file; name a folder"):
            will_write(folders=[news / "news.jsonl"])
    assert sorted(path.name for path in news.iterdir()) == ["news.jsonl", "tables"]


WRITES: dict[str, Callable[[framing.Analysis, Path], object]] = {
    "Analysis.save": lambda made, folder: made.save(folder),
    "Comparison.save": lambda made, folder: framing.compare(made).save(folder),
    "keep_validation": lambda _, folder: keep_validation(folder, {"coders": 2}),
}


@pytest.mark.parametrize("name", WRITES)
def test_a_folder_that_another_run_writes_into_is_left_alone(name: str, news: Path) -> None:
    """The second run is refused in words, and what the first one had written stays."""
    made = framing.analyze(news, sentiment=False)
    saved = made.save(news.parent / "saved")
    before = {path.name: path.read_bytes() for path in saved.iterdir()}
    with locked(saved), pytest.raises(OutputError, match="another run is writing into"):
        WRITES[name](made, saved)
    assert {path.name: path.read_bytes() for path in saved.iterdir()} == before
    WRITES[name](made, saved)


def test_a_lock_leaves_nothing_behind(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither its file, nor a folder that was made for what could not be written."""
    made = framing.analyze(news, sentiment=False)
    (news / "mentions.csv").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="no part of a saved analysis"):
        framing.compare(made).save(news)
    assert not (news / ".lock").exists()
    saved = made.save(news.parent / "saved")
    assert not (saved / ".lock").exists()

    def full(*_: Any, **__: Any) -> None:
        raise OutputError("no room")

    monkeypatch.setattr(savedfolder, "write_whole", full)
    with pytest.raises(OutputError, match="no room"):
        made.save(news.parent / "none")
    assert not (news.parent / "none").exists()


@pytest.mark.parametrize("moment", ["read_table", "digest_of"])
def test_a_folder_saved_anew_while_it_is_read_is_refused(
    moment: str, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is read are the files that were checked, whenever the other run comes between."""
    made = framing.analyze(news, sentiment=False)
    other = framing.analyze(framing.read_articles(news)[:1], sentiment=False)
    saved = made.save(news.parent / "saved")
    step = getattr(savedfolder, moment)

    def after_another_run(*arguments: Any) -> Any:
        monkeypatch.undo()
        other.save(saved)
        return step(*arguments)

    monkeypatch.setattr(savedfolder, moment, after_another_run)
    with pytest.raises(
        SettingsError, match=r"saved anew while it was read|save the analysis again"
    ):
        framing.open_analysis(saved)
    assert len(framing.open_analysis(saved).articles) == 1


SAVING = """
import framing, sys, time
name, folder = sys.argv[1:]
texts = [f"The {name} occupation forces left."] * (3 if name == "American" else 9)
made = framing.analyze(
    [framing.Article(str(n), outlet=name, event="e", text=text) for n, text in enumerate(texts)],
    sentiment=False,
)
until = time.time() + 4
while time.time() < until:
    try:
        made.save(folder)
    except framing.errors.OutputError:
        pass
"""


@pytest.mark.slow
def test_two_runs_into_one_folder_are_never_mixed(tmp_path: Path) -> None:
    """Whatever opens while two runs save again and again is of the one or of the other."""
    environment = os.environ | {"PYTHONPATH": str(Path(framing.__file__).parents[1])}
    folder = tmp_path / "saved"
    runs = [
        subprocess.Popen([sys.executable, "-c", SAVING, name, str(folder)], env=environment)
        for name in ("American", "British")
    ]
    while any(run.poll() is None for run in runs):
        try:
            found = framing.open_analysis(folder)
        except SettingsError:  # being written, as it says
            continue
        outlets = {found.articles[0].outlet, *found.mentions["outlet"], *found.scores["outlet"]}
        assert len(outlets) == 1
    assert len(framing.open_analysis(folder).scores) in (3, 9)
    assert all(run.returncode == 0 for run in runs)
