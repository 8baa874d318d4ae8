"""Worksheets: what pupils get, what they must not get, and what can't be made."""

from __future__ import annotations

import json
import re

import pytest

from framing import Article
from framing.classroom import LEVELS, worksheet
from framing.classroom.keyfile import read_key
from framing.classroom.making import readable_title
from framing.errors import SettingsError


@pytest.mark.parametrize("level", LEVELS)
def test_pupils_file_holds_no_answers(make, level):
    """No voice, alternative, speaker or outlet of the key stands in the pupils' data."""
    files, key = make(level)
    page = files.sheet.read_text(encoding="utf-8")
    data = json.loads(re.search(r'id="sheet">(.*?)</script>', page, re.DOTALL)[1])
    written = json.dumps(data["items"]) + json.dumps(data["tasks"])
    for word in ('"voice"', "loaded", "milder", "speaker", "attributed", "distanced"):
        assert word not in written
    assert key["items"]
    for text in key["texts"]:
        assert f'data-outlet="{text["outlet"]}"' not in page
        assert text["article_id"] not in page


@pytest.mark.parametrize("level", LEVELS)
def test_pages_are_whole_and_closed(make, level):
    """Each page says it is framing's, has a title, and may fetch nothing."""
    files, _ = make(level)
    for file in (files.sheet, files.printable):
        page = file.read_text(encoding="utf-8")
        assert '<meta name="generator" content="framing' in page
        assert f"{LEVELS[level]}" in re.search(r"<title>(.*?)</title>", page)[1].replace(
            "&#39;", "'"
        )
        assert "default-src 'none'" in page
        assert not re.search(r"(?:src|href)=[\"']?https?:", page)


def test_outlets_are_masked(make):
    """Names, and the word only that outlet's texts use, are hidden in the texts."""
    _, key = make("find")
    whole = " ".join(words for text in key["texts"] for words in text["fields"].values())
    assert "Post" not in whole
    assert "She told the [outlet] that" in whole
    assert "Lindow" in whole


def test_offsets_survive_masking(make):
    """Every item of the key stands at its offsets in the masked field."""
    _, key = make("find")
    fields = {text["label"]: text["fields"] for text in key["texts"]}
    for item in key["items"]:
        assert fields[item["article"]][item["field"]][item["start"] : item["end"]] == item["text"]


def test_same_bytes_each_time(make):
    """The same event gives the same three files."""
    first = [file.read_bytes() for file in make("rewrite")[0]]
    assert first == [file.read_bytes() for file in make("rewrite")[0]]


def test_key_reads_back(make):
    """A key written is the key read."""
    files, content = make("compare")
    key = read_key(files.key)
    assert [item.id for item in key.items] == [item["id"] for item in content["items"]]
    assert {text.label for text in key.texts} == {"A", "B"}


def test_rewrite_takes_own_voice_sentences(make):
    """Only sentences in which the outlet itself chose a loaded word are to be rewritten."""
    _, key = make("rewrite")
    assert [task["text"] for task in key["tasks"]] == [
        "Regime sends troops",
        "The regime sent troops to Lindow.",
    ]


def test_printable_puts_answers_on_their_own_page(make):
    """The version to print starts a new page before the answers, and names the outlets there."""
    page = make("voice")[0].printable.read_text(encoding="utf-8")
    texts, answers = page.split('<section class="answers">')
    assert ".answers { break-before: page" in page
    assert "Harbour Post" in answers
    assert "Harbour Post" not in texts


def test_without_a_key_the_tool_proposes(event, tmp_path):
    """Without answers made by hand the key holds what the tool found, and says so."""
    files = worksheet(event, tmp_path / "s.html", lexicon="governments")
    key = read_key(files.key)
    assert key.made_from == "found by framing, not read by hand"
    regime = [item for item in key.items if item.text == "regime" and item.voice == "own"]
    assert regime
    assert regime[0].loaded
    assert "government" in regime[0].milder


def test_hostile_text_stays_text(tmp_path):
    """Markup in an article is shown, not run, in both pages."""
    evil = "The regime said </script><script>alert(1)</script> <img src=x onerror=alert(1)>."
    articles = [
        Article("1", "Post", "e", None, 'A "title" </title><script>', None, evil),
        Article("2", "Star", "e", None, None, None, "The government left <b>early</b> today."),
    ]
    files = worksheet(articles, tmp_path / "s.html", lexicon="governments")
    for file in (files.sheet, files.printable):
        page = file.read_text(encoding="utf-8")
        assert "<script>alert" not in page
        assert "<img" not in page
        assert "<b>" not in page


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"level": "hard"}, r"no level 'hard'; the levels are find, voice"),
        ({"event": "two"}, r"made from one event; found 2: a, b"),
        ({"event": "alone"}, r"needs 2 to 26 articles of one event; found 1"),
        ({"event": "nameless"}, r"article 'y' has no outlet"),
        ({"answers": "nowhere"}, r"lindow-star\.yaml is not there; every article needs"),
    ],
)
def test_what_cannot_be_made_is_said(event, tmp_path, change, message):
    """Each refusal says what is wrong and what to do."""
    events = {
        "two": [Article("x", "P", "a", text="One."), Article("y", "S", "b", text="Two.")],
        "alone": [Article("x", "P", "a", text="One.")],
        "nameless": [Article("x", "P", "a", text="One."), Article("y", None, "a", text="Two.")],
    }
    options = {"level": change.get("level", "find"), "lexicon": "governments"}
    if "answers" in change:
        options["answers"] = tmp_path / change["answers"]
    with pytest.raises(SettingsError, match=message):
        worksheet(events.get(change.get("event"), event), tmp_path / "s.html", **options)


@pytest.mark.parametrize("level", ["voice", "rewrite", "compare"])
def test_a_sheet_that_asks_nothing_is_refused(tmp_path, level):
    """Where nothing was found there is no worksheet, and the message says what would help."""
    articles = [Article(n, n, "e", text=f"Olives grew in the garden of {n}.") for n in "PS"]
    with pytest.raises(SettingsError, match=f"nothing to ask at level '{level}'.*another lexicon"):
        worksheet(articles, tmp_path / "s.html", level=level, lexicon="governments")


@pytest.mark.parametrize(
    ("event", "title"),
    [("lantern-square", "Lantern Square"), ("G7 in Bari", "G7 in Bari"), ("a1-b2", "a1-b2")],
)
def test_title_from_the_events_name(event, title):
    """A folder's name becomes a title; a name that is one, or an id, stays."""
    assert readable_title(event) == title


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ("mentions: [{text: nowhere, concept: c, loaded: true, voice: own}]", "'nowhere' does not"),
        ("mentions: [{text: Lindow, concept: c, loaded: true, voice: mine}]", "voice 'mine'"),
        ("mentions: [{text: Lindow, loaded: true, voice: own}]", "'concept' is missing"),
        ("- a list", "no list 'mentions'"),
        ("mentions: [", "can't be read as YAML"),
    ],
)
def test_a_damaged_hand_key_is_named(event, hand_keys, tmp_path, key, message):
    """A key made by hand that does not fit names its file, the mention and the fault."""
    for file in hand_keys.glob("*.yaml"):
        file.write_text(key, encoding="utf-8")
    with pytest.raises(SettingsError, match=message):
        worksheet(event, tmp_path / "s.html", answers=hand_keys)


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"kind": "framing-key", "level": "find"}'])
def test_a_damaged_key_file_is_refused(tmp_path, content):
    """What is no answer key is refused with the file's name."""
    path = tmp_path / "x.key.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"x\.key\.json"):
        read_key(path)
