"""Keys: in agreement with the sheet and the word lists, open where one can argue, and read."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path

import pytest

from framing import Article, analyze, read_articles
from framing.classroom import VOICE_WORDS, mark_answers, worksheet
from framing.classroom.keyfile import read_key
from framing.classroom.rewrites import facts_of, lost_in
from framing.errors import SettingsError

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
READY = sorted((EXAMPLES / "classroom" / "teacher").glob("*.key.json"))


@pytest.mark.parametrize("path", READY, ids=lambda path: path.name.partition(".")[0])
def test_ready_keys_agree_with_the_word_lists_or_take_both_answers(path):
    """What the report beside a worksheet calls loaded, its key calls loaded, or accepts both."""
    key = read_key(path)
    event = {"1": "lantern-square", "2": "hadrun-strike", "3": "saint-orla"}[path.name[0]]
    analysis = analyze(read_articles(EXAMPLES / "corpus" / event), sentiment=False)
    loaded = {}
    for row in analysis.mentions[analysis.mentions["loaded"].notna()].to_dict("records"):
        place = (row["article_id"].rpartition("/")[2], row["field"], row["text"])
        loaded[place] = loaded.get(place, False) or bool(row["loaded"])
    names = {text.label: text.article_id.rpartition("/")[2] for text in key.texts}
    compared = 0
    for item in key.items:
        listed = loaded.get((names[item.article], item.field, item.text))
        if listed is not None and not item.either:
            compared += 1
            assert item.loaded is listed, item
    assert compared > 10
    assert all(item.why for item in key.items if item.either or item.also)


@pytest.mark.parametrize("path", READY, ids=lambda path: path.name.partition(".")[0])
def test_what_a_sheet_calls_arms_length_its_key_does(path):
    """The rule that pupils read holds in the key: “so-called” is at arm's length."""
    assert "So-called" in VOICE_WORDS["distanced"][1]
    key = read_key(path)
    fields = {text.label: text.fields for text in key.texts}
    for item in key.items:
        before = fields[item.article][item.field][: item.start]
        if re.search(r"\bso-called\s+[“‘\"']?$", before, re.IGNORECASE):
            assert item.voice == "distanced", item


def held_off(voice, **more):
    """Return an event's two articles and a hand-made key for them."""
    first = "Envoys said police stopped the so-called “massacre”. The regime fell."
    mention = {"text": "massacre", "concept": "killing", "loaded": True, "voice": voice, **more}
    articles = [
        Article("post", "Harbour Post", "e", None, "Regime fell, Lund says", None, first),
        Article("star", "Lindow Star", "e", None, None, None, "The government fell."),
    ]
    return articles, {"post": [mention], "star": []}


def keyed(tmp_path, articles, mentions, **options):
    """Make a worksheet with a hand-made key; return the key."""
    folder = tmp_path / "keys"
    folder.mkdir(exist_ok=True)
    for name, listed in mentions.items():
        (folder / f"{name}.yaml").write_text(json.dumps({"mentions": listed}), encoding="utf-8")
    files = worksheet(articles, tmp_path / "s.html", answers=folder, **options)
    return read_key(files.key), files


def test_a_word_held_off_inside_a_report_takes_two_answers(tmp_path):
    """The sheet's rule comes first, the mouth it is in counts too, and the key says why."""
    key, files = keyed(tmp_path, *held_off("attributed", distanced=True))
    (item,) = key.items
    assert item.accepted == ("distanced", "attributed")
    assert "held off" in item.why
    printed = files.printable.read_text(encoding="utf-8")
    assert "held at arm&#39;s length or reported" in printed
    assert "held off" in printed


def test_a_reported_word_in_a_headline_may_be_the_writers(tmp_path):
    """Nobody can tell whether a minister said it: own and reported both count."""
    articles, _ = held_off("own")
    mention = {"text": "Regime", "field": "title", "concept": "government", "loaded": True,
               "voice": "attributed"}  # fmt: skip
    key, _ = keyed(tmp_path, articles, {"post": [mention], "star": []})
    assert key.items[0].accepted == ("attributed", "own")


def test_a_teachers_own_second_answer_is_kept(tmp_path):
    """`also` and `why` of a hand-made key stand; a voice that is none is refused."""
    articles, mentions = held_off("quoted", also="own", why="The marks may be of distance.")
    key, _ = keyed(tmp_path, articles, mentions)
    assert (key.items[0].accepted, key.items[0].why) == (
        ("quoted", "own"),
        "The marks may be of distance.",
    )
    mentions["post"][0]["also"] = "mine"
    with pytest.raises(SettingsError, match="also mine: a voice is one of own"):
        keyed(tmp_path, articles, mentions)


def test_loaded_goes_by_the_lists_and_both_count_where_a_reader_differs(tmp_path, hand_in, as_mark):
    """A pupil is marked wrong neither for marking such a word nor for leaving it."""
    articles, _ = held_off("own")
    mentions = {
        "post": [{"text": "regime", "concept": "government", "loaded": False, "voice": "own"},
                 {"text": "police", "concept": "police", "loaded": False, "voice": "own"}],
        "star": [],
    }  # fmt: skip
    key, files = keyed(tmp_path, articles, mentions)
    regime = next(item for item in key.items if item.text == "regime")
    assert (regime.loaded, regime.either) == (True, True)
    plain = json.loads(files.key.read_text(encoding="utf-8"))
    items = {item["text"]: item for item in plain["items"]}
    hand_in(plain, "owl", marks=[as_mark(items["regime"], "own")])
    hand_in(plain, "jay", marks=[as_mark(items["police"], "own")])
    marking = mark_answers(files.key.parent / "answers", files.key)
    assert marking.counts["owl"]["marks the key does not call loaded"] == (0, 1)
    assert marking.counts["jay"]["marks the key does not call loaded"] == (1, 1)
    assert marking.counts["jay"]["loaded words of the key found"] == (0, 0)
    assert marking.lines["owl"][0].key == "loaded or neutral, own"


def test_a_second_answer_is_marked_right(tmp_path, hand_in):
    """Both voices of an arguable item agree with the key."""
    key, files = keyed(tmp_path, *held_off("attributed", distanced=True), level="voice")
    plain = json.loads(files.key.read_text(encoding="utf-8"))
    for student, voice in (("owl", "distanced"), ("jay", "attributed"), ("daw", "own")):
        hand_in(plain, student, choices={key.items[0].id: {"value": voice, "reason": ""}})
    marking = mark_answers(files.key.parent / "answers", files.key)
    right = {name: counts["voices as in the key"][0] for name, counts in marking.counts.items()}
    assert right == {"daw": 0, "jay": 1, "owl": 1}


def own(event, tmp_path, corrections=None, **options):
    """Make a worksheet from what the tool finds; return its key and files."""
    analysis = analyze(event, "governments", corrections=corrections, sentiment=False)
    files = worksheet(analysis, tmp_path / "s.html", **options)
    return read_key(files.key), files, analysis


def test_a_key_nobody_read_is_a_draft_in_all_three_files(event, tmp_path):
    """Pupils' page, version to print and key say that nobody has read the answers."""
    key, files, _ = own(event, tmp_path)
    assert key.undecided == len(key.items) > 0
    for file in (files.sheet, files.printable):
        assert "<strong>Draft.</strong>" in file.read_text(encoding="utf-8")


def test_a_key_of_outlets_is_no_draft(event, tmp_path):
    """Who published a text is not found by the tool: there is nothing to be read by anybody."""
    key, files, _ = own(event, tmp_path, level="guess")
    assert len(key.items) > 0
    assert (key.undecided, key.made_from) == (
        0,
        "taken from the articles, which name their outlets",
    )
    for file in (files.sheet, files.printable):
        assert "Draft" not in file.read_text(encoding="utf-8")


def test_decisions_end_the_draft(event, tmp_path):
    """Accepted, changed and dropped: the key follows, and a key read to its end is none."""
    _, _, analysis = own(event, tmp_path)
    rows = analysis.mentions.to_dict("records")
    place = ["article_id", "field", "start", "end"]
    decided = [
        {**{name: row[name] for name in place}, "column": "voice", "value": row["voice"]}
        for row in rows
    ]
    decided[0] = {**decided[0], "column": "mention", "value": "no"}
    decided[1]["value"] = "quoted"
    key, files, _ = own(event, tmp_path, decided)
    assert key.undecided == 0
    assert len(key.items) == len(rows) - 1
    assert key.made_from == "found by framing, and each accepted or changed by a teacher"
    assert "Draft" not in files.printable.read_text(encoding="utf-8")
    half, _, _ = own(event, tmp_path, decided[:3])
    assert 0 < half.undecided < len(half.items)
    assert "read by a teacher" in half.made_from


def test_what_nobody_can_tell_keeps_two_answers_when_a_teacher_has_decided(tmp_path):
    """The teacher's comes first; in a headline the writer's own counts beside a reported word."""
    articles = [
        Article("post", "Post", "e", None, "Regime must fall, Lund says", None, "They left."),
        Article("star", "Star", "e", None, None, None, "The government fell on Monday."),
    ]
    rows = [
        {"article_id": "post", "field": "title", "start": 0, "end": 6, "column": "voice",
         "value": "attributed"},
    ]  # fmt: skip
    key, _, _ = own(articles, tmp_path, rows)
    regime = next(item for item in key.items if item.text == "Regime")
    assert regime.decided
    assert regime.accepted == ("attributed", "own")


def test_a_teacher_can_say_that_a_word_takes_no_side(event, tmp_path):
    """The correction `loaded` changes the key, and all that is counted."""
    _, _, before = own(event, tmp_path)
    row = next(r for r in before.mentions.to_dict("records") if r["loaded"] and r["voice"] == "own")
    change = {name: row[name] for name in ("article_id", "field", "start", "end")}
    _, _, after = own(event, tmp_path, [{**change, "column": "loaded", "value": "false"}])
    assert after.mentions["loaded"].sum() == before.mentions["loaded"].sum() - 1
    assert after.scores["loaded"].sum() == before.scores["loaded"].sum() - 1


def test_other_words_are_those_these_articles_wrote(event, tmp_path):
    """No milder or stronger word comes from another story or another country."""
    key, _, _ = own(event, tmp_path)
    written = " ".join(f"{one.title} {one.text}" for one in event).lower()
    others = {word for item in key.items for word in (*item.milder, *item.stronger)}
    assert others
    assert all(re.search(rf"\b{re.escape(word)}\b", written) for word in others)


def test_outlets_stand_as_given_where_nothing_is_masked(event, tmp_path):
    """With mask=None each text bears its outlet's name as written, and nothing is hidden."""
    key, files, _ = own(event, tmp_path, mask=None)
    sheet = files.sheet.read_text(encoding="utf-8")
    assert re.search(r"Text [AB]: Harbour Post", sheet)
    assert "[outlet]" not in sheet
    assert "Post that" in key.texts[0].fields["text"] + key.texts[1].fields["text"]
    with pytest.raises(SettingsError, match="its name is hidden"):
        own(event, tmp_path, mask=None, level="guess")


def test_a_headline_that_opens_the_text_too_is_shown_and_asked_once(event, tmp_path):
    """An article pasted with its headline on top does not print or ask it twice."""
    twice = [dataclasses.replace(one, text=f"{one.title}\n\n{one.text}") for one in event]
    for level in ("find", "rewrite"):
        files = worksheet(twice, tmp_path / "t.html", level=level, lexicon="governments")
        key = read_key(files.key)
        assert sum(item.text == "Regime" for item in key.items) == 1
        assert [task.text for task in key.tasks].count("Regime sends troops") <= 1
    page = worksheet(twice, tmp_path / "t.html", lexicon="governments").printable
    assert page.read_text(encoding="utf-8").count("Regime sends troops") == 1


@pytest.mark.parametrize(
    ("rewrite", "lost"),
    [
        ("Forces from Varenia killed Kolvane and 2 guards on Friday.", []),
        (
            "The evil Varenian butchers slaughtered a hero on Friday.",
            ["Kolvane", "two", "what happened"],
        ),
        ("Dog", ["Varenian", "Kolvane", "two", "Friday", "most of the sentence"]),
        ("Varenian Kolvane two Friday yes yes no no.", ["what happened"]),
    ],
)
def test_a_rewrite_that_drops_facts_is_told_which(rewrite, lost):
    """Names, numbers in words or figures, and the rest of the sentence are looked for."""
    sentence = "Brave Varenian soldiers eliminated Jorren Kolvane, killed two guards on Friday."
    facts, rest = facts_of(sentence, ["eliminated"])
    assert lost_in(rewrite, sentence, facts, rest) == lost
