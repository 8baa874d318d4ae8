"""Corrections: every number follows them, and what can't be applied is said."""

from __future__ import annotations

from pathlib import Path

import pytest

import framing
from framing.analysis.corrections import load_corrections, text_sha256

TEXT = "Occupation forces left the base. The regime said nothing."
START = TEXT.index("regime")


def row(**cells: object) -> dict[str, object]:
    """Return a correction of the word "regime"."""
    base = {"article_id": "a", "field": "text", "start": START, "end": START + 6}
    return {**base, "who": "reader", "why": "test", **cells}


def analysed(*corrections: dict[str, object]) -> framing.Analysis:
    """Analyse the one article with corrections."""
    article = framing.Article("a", outlet="Post", event="e", text=TEXT)
    return framing.analyze([article], sentiment=False, corrections=list(corrections))


def test_voice_is_overridden_and_scores_follow() -> None:
    """A corrected voice moves the naming from one count to the other."""
    before, after = analysed(), analysed(row(column="voice", value="quoted"))
    mention = after.mentions[after.mentions["start"] == START].iloc[0]
    assert mention["voice"] == "quoted"
    assert mention["rule"] == "corrected"
    assert before.scores["loaded_own"].iloc[0] - after.scores["loaded_own"].iloc[0] == 1
    assert after.scores["loaded_quoted"].iloc[0] == 1
    assert after.provenance["corrections"]["applied"] == 1


@pytest.mark.parametrize(("voice", "likely"), [("quoted", 0.0), ("own", 1.0)])
def test_a_corrected_voice_is_certain(voice: str, likely: float) -> None:
    """Whose word it is a reader has said: the probability of "own" is 0 or 1."""
    after = analysed(row(column="voice", value=voice)).mentions
    mention = after[after["start"] == START].iloc[0]
    assert (mention["p_own"], bool(mention["uncertain"])) == (likely, False)


OF_REPORT = ["speaker", "speaker_name", "speaker_kind", "cue", "cue_class", "act"]


@pytest.mark.parametrize(
    ("text", "voice", "broad", "distanced"),
    [
        ("Ana Venn said the regime fell.", "own", "own", False),
        ("The “so-called” regime fell.", "own", "own", False),
        ("Critics oppose the regime.", "quoted", "quoted", False),
        ("The regime fell.", "distanced", "distanced", True),
        ("Critics oppose the regime.", "own", "attributed", False),  # the tool's own: accepted
    ],
)
def test_what_hangs_on_a_voice_follows_it(
    text: str, voice: str, broad: str, distanced: bool
) -> None:
    """The broad reading and the distance too, and the outlet's own words have no speaker."""
    start = text.index("regime")
    correction = row(start=start, end=start + 6, column="voice", value=voice)
    article = framing.Article("a", outlet="Post", event="e", text=text)
    after = framing.analyze([article], sentiment=False, corrections=[correction]).mentions
    mention = after[after["start"] == start].iloc[0]
    told = (mention["voice"], mention["voice_broad"], bool(mention["distanced"]))
    assert told == (voice, broad, distanced)
    if voice == broad == "own":
        assert mention[OF_REPORT].isna().all()


def test_a_naming_corrected_to_take_no_side_has_no_strength_and_no_direction() -> None:
    """And it leaves the count of loaded namings."""
    before, after = analysed(), analysed(row(column="loaded", value="false"))
    mention = after.mentions[after.mentions["start"] == START].iloc[0]
    assert not mention["loaded"]
    assert (mention["intensity"], mention["direction"]) == (0, 0)
    assert {slot["direction"] for slot in mention["bindings"]} <= {0}
    assert after.scores["loaded"].iloc[0] == before.scores["loaded"].iloc[0] - 1


def test_not_a_mention_takes_the_row_away() -> None:
    """What is no mention after all leaves the table and every count."""
    after = analysed(row(column="mention", value="no"))
    assert START not in set(after.mentions["start"])
    assert after.scores["namings"].iloc[0] == analysed().scores["namings"].iloc[0] - 1


def test_target_and_speaker() -> None:
    """Target and speaker can be set; the binding follows."""
    after = analysed(row(column="target", value="Iran"), row(column="speaker", value="the union"))
    mention = after.mentions[after.mentions["start"] == START].iloc[0]
    assert (mention["target"], mention["speaker"]) == ("Iran", "the union")
    assert mention["bindings"][0]["target"] == "Iran"


def test_by_hash_of_the_text() -> None:
    """A correction may name the article by the SHA-256 of its text."""
    after = analysed(row(article_id=text_sha256(TEXT), column="voice", value="distanced"))
    assert after.provenance["corrections"]["applied"] == 1


def test_unmatched_is_reported() -> None:
    """A correction without a mention at its place is listed, not lost."""
    after = analysed(row(start=0, end=3, column="voice", value="quoted"))
    summary = after.provenance["corrections"]
    assert (summary["given"], summary["applied"]) == (1, 0)
    assert "no mention at 0–3 of 'a'" in summary["unmatched"][0]


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ("a,text,1,2,colour,red", "line 2: can't correct the column 'colour'"),
        ("a,text,1,2,voice,loud", "line 2: voice can't be 'loud'"),
        ("a,text,one,2,voice,own", "line 2: start and end must be whole numbers"),
        (",text,1,2,voice,own", "line 2: give article_id or text_sha256"),
    ],
)
def test_a_bad_file_names_its_line(tmp_path: Path, cells: str, message: str) -> None:
    """Each mistake is met with the file, the line, and what may stand there."""
    path = tmp_path / "c.csv"
    path.write_text(f"article_id,field,start,end,column,value\n{cells}\n", encoding="utf-8")
    with pytest.raises(framing.SettingsError, match=message):
        load_corrections(path)


def test_a_file_without_its_columns(tmp_path: Path) -> None:
    """A CSV that is something else is recognised by its header."""
    path = tmp_path / "c.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(
        framing.SettingsError,
        match="lacks the columns 'start', 'end', 'column', 'value'; it has a, b",
    ):
        load_corrections(path)
