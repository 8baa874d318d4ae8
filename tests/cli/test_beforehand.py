"""What is named wrongly is told before any article is read, or at least analysed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

import framing
from framing.cli import cli
from framing.errors import ComparisonError, FramingError, LexiconError, SettingsError

# What commands need beside the articles; `worksheet` and `mark` read articles of one event alone.
_NEEDED = {
    "kwic": ("rebels",),
    "chart": ("pairs", "-o", "c.svg"),
    "discover": ("x",),
    "sheet": ("-o", "sheet"),
    "suggest": ("--concept", "government"),
    "passages": ("--event", "x"),
    "style-check": ("--guide", "bbc"),
    "correct": ("--key", "key.csv", "--codes", "codes.csv"),
    "shares": ("--key", "key.csv", "--codes", "codes.csv"),
    "labels": ("--labels", "labels.csv"),
}
_NAMES_OF_FILES = {
    "lexicon": "foreign-force", "targets": "none.yaml", "corrections": "none.csv",
    "events": "none.csv", "labels": "none.csv", "reader": "none", "concepts": "goverment",
    "concept": "goverment", "guide": "none", "asked": "none", "vectors_from": "none.jsonl",
}  # fmt: skip
_NAMES_OF_ARTICLES = ("by", "within", "reference", "outlet", "against", "order")


def _commands(
    group: click.Group, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from _commands(command, (*path, name))
        elif any(option.name == "labels" for option in command.params) and name != "score":
            yield (*path, name), command


_READING = dict(_commands(cli))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Six articles of two outlets, in the working folder."""
    text = "The rebels and the terrorists attacked, police said. The regime fell."
    rows = [
        {"id": f"{outlet}{event}", "outlet": outlet, "event": event, "text": text}
        for outlet in "AB"
        for event in "xyz"
    ]
    (tmp_path / "news.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (tmp_path / "labels.csv").write_text("article_id,field,start,end,voice\nAx,text,4,10,own\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _asked(path: tuple[str, ...], option: str, value: str) -> Result:
    needed = _NEEDED.get(path[-1], ())
    if option in needed:
        at = needed.index(option)
        needed = needed[:at] + needed[at + 2 :]
    return CliRunner().invoke(cli, [*path, *needed, "news.jsonl", option, value])


def _said_late(path: tuple[str, ...], names: dict[str, str], too_late: str) -> list[str]:
    """Return the options of a command whose wrong value is not told, or told too late."""
    found = []
    for option in _READING[path].params:
        if option.name in names and isinstance(option, click.Option):
            result = _asked(path, option.opts[0], names[option.name])
            told = result.exit_code != 0 and names[option.name] in result.output
            if not told or too_late in result.output or "Traceback" in result.output:
                found.append(f"{option.opts[0]}: {result.output}")
    return found


@pytest.mark.parametrize("path", _READING, ids=" ".join)
def test_a_wrong_name_or_file_is_told_before_the_articles_are_read(
    path: tuple[str, ...], folder: Path
) -> None:
    """Every command, every option that names a lexicon, a file, a concept, a guide or a reader."""
    assert _said_late(path, _NAMES_OF_FILES, "articles read") == []


@pytest.mark.parametrize(
    "path",
    [path for path, command in _READING.items()
     if any(option.name in _NAMES_OF_ARTICLES for option in command.params)],
    ids=" ".join,
)  # fmt: skip
def test_a_wrong_column_or_side_is_told_before_the_articles_are_analysed(
    path: tuple[str, ...], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What only the articles know is asked of them before the long work."""

    def analysed(*_: object, **__: object) -> None:
        raise AssertionError("analysed before")

    monkeypatch.setattr("framing.cli.correcting.key_of", lambda _: None)
    for name in ("coded_sheet", "score_codes", "read_codes"):
        monkeypatch.setattr(f"framing.validate.{name}", lambda *_: None)
    monkeypatch.setattr("framing.analysis.analyze", analysed)
    assert _said_late(path, dict.fromkeys(_NAMES_OF_ARTICLES, "nowhere"), "analysed before") == []


def test_an_event_that_is_not_there_is_told_before_the_articles_are_analysed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Commands on one event look for it before the long work."""
    monkeypatch.setattr("framing.analysis.analyze", lambda *_, **__: pytest.fail("analysed"))
    for words in (("passages", "news.jsonl", "--event", "w"), ("discover", "w", "news.jsonl")):
        result = CliRunner().invoke(cli, words)
        assert "event 'w' has 0 article(s)" in result.output
        assert "events read: x, y, z" in result.output
        result = CliRunner().invoke(cli, [*words, "--within", "outlet"])
        assert "outlet 'w' has 0 article(s)" in result.output


@pytest.mark.parametrize("term", ["*", "", " ", "…"])
def test_a_term_without_a_word_is_told_before_the_articles_are_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch, term: str
) -> None:
    """Nothing is read for a term that nothing can be."""
    monkeypatch.setattr("framing.articles.read_articles", lambda *_, **__: pytest.fail("read"))
    result = CliRunner().invoke(cli, ["kwic", term, "news.jsonl"])
    assert result.exit_code != 0
    assert f"there is no word in {term!r} to look for" in result.output


def test_a_target_that_nothing_is_bound_to_is_said_by_every_comparing_command(
    folder: Path,
) -> None:
    """It may be a person of no list, so it is no error; but it is not passed over either."""
    for command in ("compare", "findings", "rates", "lines", "long", "methods-text"):
        result = CliRunner().invoke(cli, [command, "news.jsonl", "--target", "Varenia"])
        assert result.exit_code == 0
        assert result.output.count("No naming is bound to 'Varenia'") == 1, command


@pytest.mark.parametrize(
    ("wrong", "kind"),
    [
        ({"lexicon": "foreign-force"}, LexiconError),
        ({"targets": "none.yaml"}, SettingsError),
        ({"corrections": "none.csv"}, SettingsError),
    ],
    ids=lambda value: next(iter(value), "") if isinstance(value, dict) else "",
)
def test_analyze_tells_a_wrong_name_before_it_reads_the_articles(
    wrong: dict[str, str], kind: type[FramingError], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In Python too a misspelt lexicon costs no time."""
    monkeypatch.setattr("framing.analysis.pipeline.read_articles", lambda _: pytest.fail("read"))
    with pytest.raises(kind, match=next(iter(wrong.values()))):
        framing.analyze("news.jsonl", **wrong)  # type: ignore[arg-type]  # a name an option


def test_compare_tells_a_wrong_column_before_it_analyses_articles(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given a path, `compare` looks at its columns and sides first."""
    monkeypatch.setattr("framing.analysis.analyze", lambda *_, **__: pytest.fail("analysed"))
    with pytest.raises(ComparisonError, match="no column 'paper'"):
        framing.compare("news.jsonl", by="paper")
    with pytest.raises(ComparisonError, match="the reference 'C' is no outlet"):
        framing.compare("news.jsonl", reference="C")
