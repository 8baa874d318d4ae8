"""Marking: scores, agreement, and files that are late, empty, doubled, edited or broken."""

from __future__ import annotations

import csv
import math

import numpy as np
import pytest

from framing.classroom import mark_answers, marking_page
from framing.classroom.classagreement import Alpha, alpha
from framing.errors import SettingsError

#: Krippendorff's canonical data: four coders, twelve units, 0 for missing.
CANONICAL = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
    [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
]


def _units(table):
    return [
        {str(coder): row[unit] for coder, row in enumerate(table) if row[unit]}
        for unit in range(len(table[0]))
    ]


def test_alpha_of_the_canonical_table():
    """The 4 by 12 table gives .743 for nominal values (Krippendorff's worked example)."""
    assert round(alpha(_units(CANONICAL)).value, 3) == 0.743


def test_alpha_agrees_with_the_package(optional):
    """On seeded random tables alpha is what the krippendorff package computes."""
    package = optional("krippendorff")
    draw = np.random.default_rng(5)
    for _ in range(25):
        table = draw.integers(0, 4, size=(5, 15)).tolist()
        data = [[value or math.nan for value in row] for row in table]
        expected = package.alpha(data, level_of_measurement="nominal")
        assert alpha(_units(table)).value == pytest.approx(expected)


def test_alpha_says_why_it_is_not_told():
    """One pupil, or no difference at all, gives no figure but a reason."""
    assert alpha([{"a": 1}]).words == "this can't be told: nothing was answered by two pupils"
    assert alpha([{"a": 1, "b": 1}]).words.endswith("everybody answered the same throughout")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (1.0, "you agree nearly always"),
        (0.7, "you agree most of the time"),
        (0.4, "you agree more often than by guessing, and read many of these words differently"),
        (0.0, "you agree about as often as by guessing"),
        (-0.13, "you agree less often than by guessing"),
        (-1.0, "you agree less often than by guessing"),
    ],
)
def test_agreement_is_said_to_a_class(value, said):
    """No figure and no foreign word: what it says about the class."""
    assert Alpha(value, 5, 3).words == said


def test_find_counts_what_the_key_has(make, hand_in, as_mark):
    """Found, beside the key, and voices are counted with their totals."""
    files, key = make("find")
    loaded = [item for item in key["items"] if item["loaded"]]
    neutral = next(item for item in key["items"] if not item["loaded"])
    mine = [item for item in loaded if item["article"] == neutral["article"]]
    marks = [as_mark(mine[0], mine[0]["voice"]), as_mark(neutral, "own")]
    hand_in(key, "owl", marks=marks)
    hand_in(key, "wren", marks=[as_mark(item, item["voice"]) for item in loaded])
    marking = mark_answers(files.key.parent / "answers", files.key)
    owl, wren = marking.counts["owl"], marking.counts["wren"]
    assert owl["loaded words of the key found"] == (1, len(mine))
    assert owl["marks the key does not call loaded"] == (1, 2)
    assert wren["loaded words of the key found"] == (6, 6)
    assert wren["voices as in the key"] == (6, 6)
    assert marking.problems == ()
    assert marking.words[0].differs == 1.0
    assert 0 < marking.alphas["which words are marked"].value < 1
    assert marking.alphas["whose words they are"].units == 1


def test_find_lists_marks_beside_the_key(make, hand_in, as_mark):
    """A word the key has not is a row of its own, once, however many marked it."""
    files, key = make("find")
    field = key["texts"][0]["fields"]["text"]
    at = field.index("Lindow")
    place = {"article": key["texts"][0]["label"], "field": "text", "start": at, "end": at + 6}
    for student in ("owl", "wren"):
        hand_in(key, student, marks=[as_mark({**place, "text": "Lindow"}, "own")])
    marking = mark_answers(files.key.parent / "answers", files.key)
    rows = [word for word in marking.words if word.key == "not in the key"]
    assert [(word.text, word.n, word.of, word.differs) for word in rows] == [("Lindow", 2, 2, 0.0)]


def test_voice_level(make, hand_in):
    """Voices are compared one by one; a word without an answer is not wrong but missing."""
    files, key = make("voice")
    items = key["items"]
    right = {item["id"]: {"value": item["voice"], "reason": ""} for item in items}
    hand_in(key, "owl", choices=right)
    hand_in(key, "wren", choices={items[0]["id"]: {"value": "quoted", "reason": "marks"}})
    marking = mark_answers(files.key.parent / "answers", files.key)
    assert marking.counts["owl"]["voices as in the key"] == (len(items), len(items))
    assert marking.counts["wren"]["voices as in the key"][0] == int(items[0]["voice"] == "quoted")
    assert marking.words[0].text == items[0]["text"]
    assert marking.lines["wren"][1].agrees is None


def test_guess_level(make, hand_in):
    """Outlets guessed right are counted; an invented outlet counts as no answer."""
    files, key = make("guess")
    outlets = {text["label"]: text["outlet"] for text in key["texts"]}
    hand_in(key, "owl", choices={k: {"value": v, "reason": ""} for k, v in outlets.items()})
    hand_in(key, "wren", choices={"A": {"value": "The Moon", "reason": ""}})
    marking = mark_answers(files.key.parent / "answers", files.key)
    assert marking.counts["owl"]["outlets guessed"] == (2, 2)
    assert marking.counts["wren"]["outlets guessed"] == (0, 2)


def test_rewrite_level(make, hand_in):
    """A rewrite is clear when no listed word is left, no fact is lost, and it is another."""
    files, key = make("rewrite")
    one, two = (task["id"] for task in key["tasks"])
    say = {"value": "", "reason": ""}
    hand_in(key, "owl", choices={one: {**say, "value": "Government sends troops"}})
    hand_in(key, "wren", choices={one: {**say, "value": "Dictatorships send troops"}})
    hand_in(key, "jay", choices={two: {**say, "value": "the regime sent troops to lindow"}})
    hand_in(key, "dog", choices={two: {**say, "value": "Dog"}})
    hand_in(key, "far", choices={two: {**say, "value": "The government sent troops far away"}})
    marking = mark_answers(files.key.parent / "answers", files.key)
    name = "rewrites without a listed word that keep the facts"
    assert {k: v[name] for k, v in marking.counts.items()} == {
        "owl": (1, 2),
        "wren": (0, 2),
        "jay": (0, 2),
        "dog": (0, 2),
        "far": (0, 2),
    }
    assert marking.lines["dog"][1].key == "lost: Lindow, lost: most of the sentence"
    assert marking.lines["far"][1].key == "lost: Lindow"
    assert marking.lines["wren"][0].key == "dictatorships"
    assert marking.alphas == {}


def test_compare_level_counts_what_is_named(make, hand_in, as_mark):
    """At level compare the thing named is compared as well."""
    files, key = make("compare")
    item = key["items"][0]
    hand_in(key, "owl", marks=[as_mark(item, "own", concept=item["concept"])])
    hand_in(key, "wren", marks=[as_mark(item, "own", concept="weather")])
    marking = mark_answers(files.key.parent / "answers", files.key)
    assert marking.counts["owl"]["things named as in the key"] == (1, 1)
    assert marking.counts["wren"]["things named as in the key"] == (0, 1)


def test_odd_files_are_reported_and_nothing_stops(make, hand_in, as_mark, tmp_path):
    """Late, empty, doubled, edited, broken and foreign files each get their sentence."""
    files, key = make("find")
    item = key["items"][0]
    good = [as_mark(item, "own")]
    hand_in(key, "owl", marks=good)
    hand_in(key, "owl", marks=good, name="owl-2.json", saved="2024-05-17T08:40:00.000Z")
    hand_in(key, "late", marks=[as_mark(item)], saved="2024-05-18T09:00:00.000Z")
    hand_in(key, "empty")
    hand_in(key, "edited", marks=[as_mark(item, "quoted")], check="0000000000000000")
    wrong = {**as_mark(item, "quoted"), "text": "other"}
    hand_in(key, "moved", marks=[wrong, as_mark(key["items"][1], "quoted")])
    hand_in({**key, "sheet": "else"}, "foreign", marks=good)
    folder = tmp_path / "answers"
    (folder / "broken.json").write_text("{", encoding="utf-8")
    (folder / "deep.json").write_text("[" * 100_000, encoding="utf-8")
    (folder / "list.json").write_text("[1]", encoding="utf-8")
    marking = mark_answers(folder, files.key, due="2024-05-17T12:00+00:00")
    said = {}
    for problem in marking.problems:
        said.setdefault(problem.file, []).append(problem.what)
    assert said["owl.json"] == ["a later file has the same code 'owl'; owl-2.json counts"]
    assert said["late.json"] == ["is late (saved 2024-05-18T09:00:00.000Z); counted"]
    assert said["empty.json"] == ["is empty; not counted"]
    assert said["edited.json"] == ["was changed after the worksheet saved it; counted as it is now"]
    assert said["moved.json"] == ["mark 1 points at words that are not there; left out"]
    assert said["foreign.json"] == ["answers another worksheet; not counted"]
    for name in ("broken.json", "deep.json"):
        assert "can't be read as JSON" in said[name][0]
    assert said["list.json"] == ["holds no answers of a worksheet; not counted"]
    assert sorted(marking.counts) == ["edited", "late", "moved", "owl"]


def test_folders_and_files_may_be_mixed(make, hand_in, as_mark):
    """A folder among the files stands for its answer files, and no file counts twice."""
    files, key = make("find")
    paths = [
        hand_in(key, n, marks=[as_mark(key["items"][0], v)]) for n, v in (("a", "own"), ("b", None))
    ]
    folder = paths[0].parent
    (folder / "x.key.json").write_bytes(files.key.read_bytes())
    marking = mark_answers([folder, paths[0]], files.key)
    assert list(marking.counts) == ["a", "b"]
    assert marking.problems == ()


def test_same_answers_under_two_codes_are_reported(make, hand_in, as_mark):
    """Two codes with the very same answers both count, and the teacher is told."""
    files, key = make("find")
    for student in ("owl", "wren"):
        hand_in(key, student, marks=[as_mark(key["items"][0], "own", reason="It takes a side.")])
    marking = mark_answers(files.key.parent / "answers", files.key)
    assert [problem.what for problem in marking.problems] == [
        "holds word for word the answers of 'owl'; both are counted"
    ]
    assert len(marking.pupils) == 2


@pytest.mark.parametrize(
    "content",
    [
        {"marks": {"a": 1}, "choices": [1]},
        {"marks": [None, 3, {"article": []}], "choices": {"x": None, "n1": {"value": 5}}},
        {"student": 7, "saved": 12, "marks": [{"article": "A", "field": "text", "start": True}]},
    ],
)
def test_any_shape_of_answer_is_survived(make, hand_in, as_mark, content):
    """Values of the wrong type never raise; a good file beside them is marked."""
    files, key = make("find")
    hand_in(key, "owl", marks=[as_mark(key["items"][0], "own")])
    hand_in(key, "odd", **{"marks": [], **content}) if "student" not in content else hand_in(
        key, "odd", name="odd.json", **{k: v for k, v in content.items() if k != "student"}
    )
    marking = mark_answers(files.key.parent / "answers", files.key)
    assert list(marking.counts) == ["owl"]
    assert any(problem.file == "odd.json" for problem in marking.problems)


def test_nothing_to_mark_is_said(make, tmp_path):
    """An empty folder, a missing key and a date that is none are refused with the way out."""
    files, _ = make("find")
    empty = tmp_path / "none"
    empty.mkdir()
    with pytest.raises(SettingsError, match=r"no answers to mark: no \.json files were found"):
        mark_answers(empty, files.key)
    with pytest.raises(SettingsError, match="writes it beside the worksheet"):
        mark_answers(empty, tmp_path / "x.key.json")
    with pytest.raises(SettingsError, match="due 'Friday' is no date"):
        mark_answers(empty, files.key, due="Friday")


def test_tables_for_class_and_pupils(make, hand_in, as_mark, tmp_path):
    """class.csv has a row a pupil, each pupil a table; formulas and file names are made safe."""
    files, key = make("find")
    item = next(item for item in key["items"] if item["loaded"] and item["voice"] == "own")
    hand_in(key, "../=owl", marks=[as_mark(item, "own", reason="=1+1")], name="a.json")
    hand_in(key, "class", marks=[as_mark(item, "quoted")], name="b.json")
    marking = mark_answers(tmp_path / "answers", files.key)
    written = marking.to_csv(tmp_path / "tables")
    assert [path.name for path in written] == ["class.csv", "owl.csv", "class-2.csv"]
    with written[0].open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["student"] for row in rows] == ["../=owl", "class"]
    assert rows[0]["loaded words of the key found"] == "1"
    with written[1].open(encoding="utf-8-sig", newline="") as file:
        first = next(row for row in csv.DictReader(file) if row["reason"])
    assert first["reason"] == "'=1+1"
    assert first["agrees"] == "true"


def test_projector_page_names_no_pupil(make, hand_in, as_mark, tmp_path):
    """The page for the projector shows words and agreement, and no pupil's code."""
    files, key = make("find")
    hand_in(key, "secret-owl", marks=[as_mark(key["items"][0], "own")], name="1.json")
    hand_in(key, "secret-jay", marks=[as_mark(key["items"][0], "quoted")], name="2.json")
    marking = mark_answers(tmp_path / "answers", files.key)
    page = marking.write(tmp_path / "class.html").read_text(encoding="utf-8")
    assert "secret" not in page
    assert "Where you differ most" in page
    assert "Krippendorff" in page
    assert "pupils" in marking._repr_html_()


def test_a_guessed_text_is_named_once(make, hand_in, tmp_path):
    """Where the text itself is asked about, its letter does not follow it once more."""
    files, key = make("guess")
    for student, outlet in (("owl", "Lindow Star"), ("jay", "Harbour Post")):
        given = {text["label"]: {"value": outlet, "reason": ""} for text in key["texts"]}
        hand_in(key, student, choices=given, name=f"{student}.json")
    marking = mark_answers(tmp_path / "answers", files.key)
    page = marking.write(tmp_path / "class.html").read_text(encoding="utf-8")
    assert '<td class="big">Text A</td>' in page


def test_marking_page_holds_no_key(tmp_path):
    """The page that marks in a browser is the same for all and fetches nothing."""
    page = marking_page(tmp_path / "m.html").read_text(encoding="utf-8")
    assert '<meta name="generator" content="framing' in page
    assert "default-src 'none'" in page
