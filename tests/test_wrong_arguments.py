"""Public functions refuse what they cannot use in our own words, whatever was passed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import framing
from framing.charts import KINDS, NamingDisplay, chart
from framing.lexicon import lexicon_from_mapping

ARTICLES = [framing.Article("a", outlet="Ash", event="e", text="The regime fell.")]


def holding_itself() -> dict[str, Any]:
    """Return a mapping that is one of its own values."""
    mapping: dict[str, Any] = {"id": "x"}
    mapping["concepts"] = [mapping]
    return mapping


@pytest.fixture(scope="module")
def analysis() -> framing.Analysis:
    """One article, analysed."""
    return framing.analyze(ARTICLES, "governments", sentiment=False)


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("write_report takes what framing.compare returned, not this Analysis",
         lambda found, folder: framing.write_report(found, folder / "r.html")),
        ("chart takes what framing.compare returned, not this str",
         lambda found, folder: chart("naming", "examples", folder / "c.svg")),
        ("scope is 'own' or 'outlet_worded', not 'quoted'",
         lambda found, folder: framing.compare(found).ranked("quoted")),
        ("colors is a list; give a mapping",
         lambda found, folder: NamingDisplay.from_comparison(
             framing.compare(found), colors=["navy"])),
        ("give wide=True beside them",
         lambda found, folder: found.rates(voice="own")),
        ("'Varenia' has 3 for aliases; write a list of words",
         lambda found, folder: framing.analyze(ARTICLES, targets={"Varenia": 3})),
        ("'Asch' is none of the outlets compared: Ash. Did you mean 'Ash'?",
         lambda found, folder: NamingDisplay.from_comparison(
             framing.compare(found), order=["Asch"])),
        ("'Asch' is none of the outlets compared: Ash",
         lambda found, folder: chart("words", framing.compare(found), folder / "c.svg",
                                     order=["Asch"])),
        ("seed is a whole number from 0, not -3",
         lambda found, folder: framing.compare(found, seed=-3)),
        ("seed is a whole number from 0, not 'x'",
         lambda found, folder: framing.compare(found, seed="x")),
        ("most=0: how many to draw is a whole number from 1",
         lambda found, folder: KINDS["shift"].from_comparison(framing.compare(found), most=0)),
        ("most=-1: how many to draw is a whole number from 1",
         lambda found, folder: KINDS["sources"].from_comparison(framing.compare(found), most=-1)),
        ("most=-1: how many to draw is a whole number from 1",
         lambda found, folder: NamingDisplay.from_comparison(framing.compare(found), most=-1)),
        ("no lexicon in use has the concept 'regimes'",
         lambda found, folder: NamingDisplay.from_comparison(
             framing.compare(found), concepts=["regimes"])),
        ("scope is 'own' or",
         lambda found, folder: framing.compare(found).long(scope="ours")),
        ("workers=0: processes are a whole number from 1",
         lambda found, folder: framing.analyze(ARTICLES, "governments", workers=0)),
        ("a lexicon is the id of a shipped one, a file or a Lexicon, or several of them; this is 3",
         lambda found, folder: framing.analyze(ARTICLES, 3)),
        ("a lexicon is the id of a shipped one, a file or a Lexicon, or several of them; this is 3",
         lambda found, folder: framing.load_lexicon(3)),
        ("a lexicon is the id of a shipped one, a file or a Lexicon, or several of them; this is 3",
         lambda found, folder: framing.load_lexicon(["protest", 3])),
        ("a Lexicon, or several of them; this is ['protest']",
         lambda found, folder: framing.analyze(ARTICLES, [["protest"]])),
        ("'a\\x00b.yaml': no file can have this name",
         lambda found, folder: framing.load_lexicon("a\0b.yaml")),
        ("a lexicon is a mapping with an id and concepts, not list",
         lambda found, folder: lexicon_from_mapping([1])),
        ("lexicon 'x': it nests more than 30 deep, or holds itself",
         lambda found, folder: lexicon_from_mapping(holding_itself())),
        ("lexicon 'without id', line 1: unknown key '1'",
         lambda found, folder: lexicon_from_mapping({1: 2, "concepts": [], "y": (3, {4: "z"})})),
        ("'Varenia' in the list is none. Write {'Varenia': []}",
         lambda found, folder: framing.analyze(ARTICLES, "governments", targets=["Varenia"])),
        ("corrections are a CSV file, a DataFrame or a list of mappings, not 3",
         lambda found, folder: framing.analyze(ARTICLES, "governments", corrections=3)),
        ("span (4, 99) lies outside the text or holds nothing of it; offsets run from 0 to 16",
         lambda found, folder: framing.voice_of(ARTICLES[0], [(0, 3), (4, 99)])),
        ("span (-6, -1) lies outside the text",
         lambda found, folder: framing.voice_of("The regime fell.", [(-6, -1)])),
        ("span (4, 4) lies outside the text or holds nothing of it",
         lambda found, folder: framing.voice_of("The regime fell.", [(4, 4)])),
        ("a span is (start, end), two whole numbers; this is 4",
         lambda found, folder: framing.voice_of("The regime fell.", (4, 10))),
        ("a voice reader has a name and read(document), and this object has not",
         lambda found, folder: framing.analyze(ARTICLES, "governments", reader=object())),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_refused_in_words(
    analysis: framing.Analysis, tmp_path: Path, told: str, asked: Callable[..., Any]
) -> None:
    """The message says what was given and what to give instead."""
    with pytest.raises(framing.FramingError) as refused:
        asked(analysis, tmp_path)
    assert told in str(refused.value)


def test_a_folder_that_cannot_be_made_is_an_output_error(
    analysis: framing.Analysis, tmp_path: Path
) -> None:
    """A file stands where the folder was to be: nothing is written, and the message names it."""
    (tmp_path / "file").write_text("mine")
    with pytest.raises(framing.FramingError, match="file/in can't be written into"):
        analysis.save(tmp_path / "file" / "in")
    assert (tmp_path / "file").read_text() == "mine"
