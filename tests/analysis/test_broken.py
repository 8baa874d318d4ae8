"""An article on which the analysis breaks costs itself and no other, whatever does the work."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import faults
import pandas as pd
import pytest

import framing
from framing.errors import ArticleError, FramingWarning, MissingExtraError
from framing.events import group_events
from framing.values import Article

TEXT = "“The barrier must not stay,” Ana Ruiz said. The barrier was finished, allegedly, on {}."
GOOD = [Article(f"good{n}", "Ash", f"e{n}", text=TEXT.format(f"day {n}")) for n in range(3)]


def broken_by(stage: str) -> Article:
    """Return an article at which a stage breaks."""
    return Article(f"bad-{stage}", "Birch", "e1", text=TEXT.format(faults.word_of(stage)))


@pytest.fixture
def lexicon(tmp_path: Path) -> Path:
    """Write a lexicon with a condition."""
    path = tmp_path / "walls.yaml"
    path.write_text(faults.LEXICON, encoding="utf-8")
    return path


def rows(analysis: framing.Analysis) -> dict[str, list[Any]]:
    """Return the four tables as plain rows."""
    found = {n: t.astype(object).where(t.notna(), None) for n, t in analysis.tables.items()}
    return {name: table.to_numpy().tolist() for name, table in found.items()}


@pytest.mark.parametrize("stage", faults.STAGES)
def test_a_stage_that_breaks_costs_one_article(
    stage: str, lexicon: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other articles' rows are those of a run without it; a line says which, what and where."""
    undisturbed = framing.analyze(GOOD, lexicon)
    faults.put_in(stage, monkeypatch.setattr)
    with pytest.warns(FramingWarning, match=f"left out: .*bad-{stage}.*please report"):
        found = framing.analyze([*GOOD[:1], broken_by(stage), *GOOD[1:]], lexicon)
    assert [article.id for article in found.articles] == [article.id for article in GOOD]
    assert rows(found) == rows(undisturbed)
    (line,) = found.articles.skipped
    assert f"bad-{stage}" in line.reason
    assert "KeyError" in line.reason
    assert found.provenance["counts"]["skipped"] == 1
    assert found.provenance["counts"]["articles"] == len(GOOD)


def test_the_line_names_the_file(
    tmp_path: Path, lexicon: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the article was read from a file, its name and the line stand in the line."""
    table = pd.DataFrame([{"id": one.id, "text": one.text} for one in (*GOOD, broken_by("voice"))])
    table.to_json(tmp_path / "news.jsonl", orient="records", lines=True)
    faults.put_in("voice", monkeypatch.setattr)
    with pytest.warns(FramingWarning, match=r"news\.jsonl"):
        found = framing.analyze(tmp_path / "news.jsonl", lexicon, sentiment=False)
    assert [(line.file, line.line) for line in found.articles.skipped] == [
        (str(tmp_path / "news.jsonl"), 4)
    ]


def test_where_every_article_breaks_the_run_ends(
    lexicon: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault of all articles is no article's: it is an error, with the first one's reason."""
    faults.put_in("voice", monkeypatch.setattr)
    with pytest.raises(ArticleError, match=r"no article could be analysed.*bad-voice"):
        framing.analyze([broken_by("voice")], lexicon, sentiment=False)


@pytest.mark.parametrize("kind", [KeyboardInterrupt, MemoryError, MissingExtraError])
def test_what_is_no_articles_fault_ends_the_run(
    kind: type[BaseException], lexicon: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An interrupt, a full memory and a missing extra are never taken for a bad article."""

    def read(*_given: object) -> None:
        raise kind

    monkeypatch.setattr(framing.voice.RulesReader, "read_all", read)
    with pytest.raises(kind):
        framing.analyze(GOOD, lexicon, sentiment=False)


def test_corrections_of_a_broken_article_count_as_not_applied(
    lexicon: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was corrected in an article that is left out is listed as unmatched."""
    bad = broken_by("scores")
    start = bad.text.index("barrier")
    one = {"article_id": bad.id, "start": start, "end": start + 7, "column": "voice",
           "value": "own", "who": "me", "why": ""}  # fmt: skip
    whole = framing.analyze([*GOOD, bad], lexicon, corrections=[one], sentiment=False)
    assert whole.provenance["corrections"]["applied"] == 1
    faults.put_in("scores", monkeypatch.setattr)
    with pytest.warns(FramingWarning):
        found = framing.analyze([*GOOD, bad], lexicon, corrections=[one], sentiment=False)
    assert found.provenance["corrections"]["applied"] == 0
    assert len(found.provenance["corrections"]["unmatched"]) == 1


def test_a_broken_article_stays_without_an_event(monkeypatch: pytest.MonkeyPatch) -> None:
    """Grouping goes on with the others, and the table says why one has no event."""
    news = [Article(a.id, "Ash", None, "2024-04-01", text=a.text) for a in GOOD]
    bad = Article("bad", "Ash", None, "2024-04-01", text=broken_by("matching").text)
    faults.put_in("matching", monkeypatch.setattr)
    table = group_events([*news, bad]).set_index("article_id")
    assert table.loc["good0", "event"] == table.loc["good2", "event"]
    assert pd.isna(table.loc["bad", "event"])
    assert "please report" in table.loc["bad", "why"]


ENGINES = {
    "analyze": "a = framing.analyze({news!r}, {lexicon!r}); s = a.articles.skipped",
    "workers": "a = framing.analyze({news!r}, {lexicon!r}, workers=2); s = a.articles.skipped",
    "batch": "b = framing.scale.analyze_parquet({news!r}, {out!r}, lexicon={lexicon!r}, workers=1, "
    "sentiment=True); s = remarks(b)",
    "batch of two": "b = framing.scale.analyze_parquet({news!r}, {out!r}, lexicon={lexicon!r}, "
    "workers=2, sentiment=True); s = remarks(b)",
    "dask": "from framing.scale.cluster import local_client; c = local_client(1); "
    "b = framing.scale.analyze_parquet({news!r}, {out!r}, lexicon={lexicon!r}, client=c, "
    "sentiment=True); s = remarks(b); c.shutdown()",
}
_MARKS = {
    "batch": pytest.mark.extra,  # its folder is opened where polars is there
    "batch of two": pytest.mark.slow,
    "dask": pytest.mark.slow,
}
RUN = """
import framing, framing.scale

def remarks(batch):
    t = batch.table("remarks")
    return list(t[t["kind"] == "skipped"].drop(columns="kind").itertuples(index=False))

if __name__ == "__main__":
    {call}
    for one in s:
        print(one.file, one.line, one.reason)
"""


@pytest.mark.parametrize(
    "engine", [pytest.param(name, marks=_MARKS.get(name, ())) for name in ENGINES]
)
def test_every_engine_leaves_out_what_breaks(
    optional: Callable[[str], Any], engine: str, lexicon: Path, tmp_path: Path
) -> None:
    """All stages broken in worker processes: as many lines as bad articles, the good ones stay."""
    pytest.importorskip("pyarrow", reason="needs pyarrow: pip install '.[test]'")
    if engine == "dask":
        optional("distributed")
    news, out = tmp_path / "news.parquet", tmp_path / "out"
    bad = [broken_by(stage) for stage in faults.STAGES]
    table = [{"id": a.id, "outlet": a.outlet, "event": a.event, "text": a.text}
             for a in (*bad[:4], *GOOD, *bad[4:])]  # fmt: skip
    pd.DataFrame(table).to_parquet(news, row_group_size=4)  # the first part has no good one
    shutil.copy(Path(faults.__file__), tmp_path / "faults.py")
    (tmp_path / "sitecustomize.py").write_text("import faults\nfor s in faults.STAGES:\n"
                                               "    faults.put_in(s)\n")  # fmt: skip
    call = ENGINES[engine].format(news=str(news), lexicon=str(lexicon), out=str(out))
    (tmp_path / "run.py").write_text(RUN.format(call=call))
    found = [str(Path(framing.__file__).parents[1]), str(tmp_path)]
    done = subprocess.run(
        [sys.executable, str(tmp_path / "run.py")], capture_output=True, text=True, check=False,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(found[::-1])},
    )  # fmt: skip
    assert (done.returncode, "sitecustomize" in done.stderr) == (0, False), done.stderr
    lines = done.stdout.splitlines()
    assert len(lines) == len(bad), done.stdout
    for one, line in zip(bad, lines, strict=True):
        assert line.startswith(f"{news} ")
        assert f"article {one.id}: not analysed: KeyError" in line
    if out.is_dir() and importlib.util.find_spec("polars"):  # of the extra `scale`
        batch = framing.open_analysis(out)
        assert [a.text for a in batch.articles] == [a.text for a in GOOD]
        assert batch.provenance["counts"]["skipped"] == len(bad)
        assert set(batch.mentions["article_id"]) == {a.id for a in GOOD}


def test_a_killed_worker_is_told_in_words(lexicon: Path, tmp_path: Path) -> None:
    """Where the system kills a worker, the error says so and what to do."""
    pytest.importorskip("pyarrow", reason="needs pyarrow: pip install '.[test]'")
    (tmp_path / "sitecustomize.py").write_text(
        "import os, framing.voice\n"
        "framing.voice.RulesReader.read_all = lambda *given: os.kill(os.getpid(), 9)\n"
    )
    (tmp_path / "run.py").write_text(
        "import framing\nif __name__ == '__main__':\n"
        "    news = [framing.Article('a', text='The barrier stood.')]\n"
        f"    framing.analyze(news, {str(lexicon)!r}, workers=2, sentiment=False)\n"
    )
    found = [str(tmp_path), str(Path(framing.__file__).parents[1])]
    done = subprocess.run(
        [sys.executable, str(tmp_path / "run.py")], capture_output=True, text=True, check=False,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(found)},
    )  # fmt: skip
    assert "SettingsError: a worker process was killed" in done.stderr
