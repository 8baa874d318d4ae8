"""The same input gives the same tables, and what differs is named."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

import framing
from framing.cli import cli
from framing.digests import digest_of, manifest_digest
from framing.output import MANIFEST

TARGETS = {"Varenia": ["Varenian"]}
LEXICON = ["foreign-forces", "governments"]


@pytest.fixture(scope="module")
def articles() -> framing.Articles:
    """Return two outlets on two events."""
    rows = [
        (event, outlet, text.format(event))
        for event in ("ferry", "harbour")
        for outlet, text in (
            ("Post", "Varenian occupation forces took the {}. “The regime lies,” said Ana Ruiz."),
            ("Wire", "Foreign troops reached the {}. An officer who asked that his name not be "
             "printed for fear of losing his post said the government was silent."),
        )
    ]  # fmt: skip
    table = pd.DataFrame(rows, columns=["event", "outlet", "text"])
    return framing.read_articles(table)


@pytest.fixture
def comparison(articles: framing.Articles) -> framing.Comparison:
    """Compare them, with a target and a correction of one's own."""
    corrections = [
        {"article_id": articles[0].id, "field": "text", "start": 0, "end": 26,
         "column": "voice", "value": "quoted", "who": "ana", "why": "a test"}
    ]  # fmt: skip
    analysis = framing.analyze(
        articles, LEXICON, targets=TARGETS, corrections=corrections, sentiment=False
    )
    assert analysis.provenance["corrections"]["applied"] == 1
    return framing.compare(analysis, seed=5, copies="all")


@pytest.mark.parametrize("text", [True, False])
@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_the_same_input_gives_the_same_tables(
    comparison: framing.Comparison, articles: framing.Articles, tmp_path: Path, kind: str,
    text: bool,
) -> None:  # fmt: skip
    """Targets, corrections and settings come from the folder, texts it lacks from one's own."""
    folder = comparison.save(tmp_path / "kept", format=kind, text=text)
    found = framing.reproduce(folder, None if text else articles)
    assert found.same, found.statements()
    assert set(found.tables) == {*comparison.tables, *comparison.analysis.tables}
    assert found.conditions == ()


def test_what_differs_is_named(comparison: framing.Comparison, tmp_path: Path) -> None:
    """A number changed by hand, digests and all: table, column, both values and the article."""
    folder = comparison.analysis.save(tmp_path / "kept")
    path = folder / "mentions.jsonl"
    lines = path.read_text("utf-8").splitlines()
    row = json.loads(lines[0])
    lines[0] = json.dumps({**row, "voice": "attributed"}, ensure_ascii=False)
    path.write_text("\n".join(lines) + "\n", "utf-8")
    with pytest.raises(framing.SettingsError, match="SHA-256"):
        framing.reproduce(folder)
    manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    manifest["files"]["mentions.jsonl"]["sha256"] = digest_of(path)
    manifest["sha256"] = manifest_digest(manifest)
    (folder / MANIFEST).write_text(json.dumps(manifest), "utf-8")
    found = framing.reproduce(folder)
    assert not found.same
    assert found.differences[["table", "column", "rows", "saved", "now"]].values.tolist() == [
        ["mentions", "voice", 1, "attributed", row["voice"]]
    ]
    said = found.statements()[1]
    assert said.startswith("mentions.voice: 1 row differs; first article ")
    assert row["article_id"] in said


def test_other_articles_are_told_from_the_same(
    comparison: framing.Comparison, articles: framing.Articles, tmp_path: Path
) -> None:
    """A changed text is another corpus, and its tables differ."""
    folder = comparison.analysis.save(tmp_path / "kept")
    first, *others = articles
    changed = [replace(first, text=first.text.replace("occupation forces", "troops")), *others]
    found = framing.reproduce(folder, framing.Articles(changed))
    assert "mentions" in set(found.differences["table"])
    assert any("not those that were analysed" in said for said in found.conditions)
    again = framing.reproduce(folder, framing.Articles(reversed(list(articles))))
    assert again.same, again.statements()


def test_rows_that_are_gone_are_told_without_a_column(
    comparison: framing.Comparison, articles: framing.Articles, tmp_path: Path
) -> None:
    """Where whole rows are more or fewer, no column differs and none is named."""
    folder = comparison.analysis.save(tmp_path / "kept")
    first, *others = articles
    changed = [replace(first, text="Nothing was said."), *others]
    said = framing.reproduce(folder, framing.Articles(changed)).statements()
    (rows,) = (one for one in said if one.startswith("mentions"))
    assert rows.startswith(f"mentions: article {first.id}: ")
    assert "rows then" in rows


def test_other_versions_and_lexicons_are_said(
    comparison: framing.Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Versions of Python and packages, and lexicons that have changed since, are named."""
    folder = comparison.analysis.save(tmp_path / "kept")
    here = framing.open_analysis(folder).provenance["environment"]
    then = {"python": "3.9.1", "packages": {**here["packages"], "numpy": "1.0"}}
    monkeypatch.setattr("framing.comparison.reproducing.environment", lambda: then)
    said = framing.reproduce(folder).conditions
    assert f"Python was {here['python']} and is 3.9.1." in said
    assert f"numpy was {here['packages']['numpy']} and is 1.0." in said


def test_other_rules_of_one_version_are_said(
    comparison: framing.Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a room's code has changed and the version has not, the room is named."""
    folder = comparison.analysis.save(tmp_path / "kept")
    assert framing.reproduce(folder).conditions == ()
    now = framing.open_analysis(folder).provenance["code"]
    assert {"language", "matching", "voice", "comparison"} <= set(now)
    monkeypatch.setattr("framing.comparison.reproducing.code", lambda: {**now, "voice": "another"})
    (said,) = framing.reproduce(folder).conditions
    assert said.startswith("The code of voice is not that of then, though the version is the same")


def test_the_command_says_the_same(
    comparison: framing.Comparison, articles: framing.Articles, tmp_path: Path
) -> None:
    """`framing reproduce` prints the sentences; its status is 0, and 4 where something differs."""
    folder = comparison.save(tmp_path / "kept")
    done = CliRunner().invoke(cli, ["reproduce", str(folder)])
    assert done.exit_code == 0, done.output
    assert framing.reproduce(folder).statements()[0] in " ".join(done.stdout.split())
    other = tmp_path / "other.csv"
    other.write_text("id,outlet,event,text\na,Post,ferry,The regime fell at last.\n")
    done = CliRunner().invoke(cli, ["reproduce", str(folder), "--articles", str(other)])
    assert done.exit_code == 4
    free = comparison.save(tmp_path / "free", text=False)
    done = CliRunner().invoke(cli, ["reproduce", str(free)])
    assert done.exit_code == 2
    assert "--articles" in done.stderr


def test_provenance_says_what_reviewers_ask(articles: framing.Articles) -> None:
    """Corpus hash, versions, how events were made: in provenance and in the methods paragraph."""
    from framing.events import group_events, with_events

    loose = framing.Articles([replace(a, event=None) for a in articles])
    grouped = with_events(loose, group_events(loose, threshold=0.05))
    assert {a.event for a in grouped} != {None}
    analysis = framing.analyze(grouped, LEXICON, sentiment=False)
    told = analysis.provenance
    assert len(told["corpus"]["sha256"]) == 64
    assert set(told["environment"]["packages"]) >= {"numpy", "pandas", "scikit-learn", "scipy"}
    ((made, count),) = told["events"]["made"].items()
    assert "0.05" in made
    assert count == told["events"]["articles in events"] > 0
    text = framing.compare(analysis).methods_text()
    assert told["corpus"]["sha256"][:12] in text
    assert f"Python {told['environment']['python']}" in text
    assert f"numpy {told['environment']['packages']['numpy']}" in text
    assert "least mean similarity 0.05" in text


@pytest.mark.parametrize("manifest", [None, "not JSON", "[]"])
def test_a_folder_that_holds_no_analysis_is_told_of(tmp_path: Path, manifest: str | None) -> None:
    """A folder without a manifest, or with a damaged one, is an error with a way on."""
    if manifest is not None:
        (tmp_path / MANIFEST).write_text(manifest)
    with pytest.raises(framing.errors.SettingsError, match=r"manifest\.json"):
        framing.reproduce(tmp_path)
