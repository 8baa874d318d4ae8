"""Persons of no list, pronouns and definite nouns: crafted sentences, and both sides exchanged."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from cutting import cut
from eachrow import for_each

from framing.lexicon import lexicon_from_mapping, load_lexicon
from framing.matching import Matcher
from framing.values import Target

_PARTIES = (
    Target("Varenia", ("Varenia", "Varenian", "Varenians")),
    Target("Ostland", ("Ostland", "Ostlandic", "Ostlanders")),
    Target("the Free Riders", ("Free Riders",)),
    Target("the Black Oars", ("Black Oars",)),
)
_PAIRS = (
    ("Tom", "Mark"),
    ("Fenn", "Orlow"),
    ("Varenia", "Ostland"),
    ("Varenian", "Ostlandic"),
    ("Free Riders", "Black Oars"),
)
_EXCHANGED = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}
_NAME = re.compile("|".join(sorted(_EXCHANGED, key=len, reverse=True)))
_LIED = ["lied about", "lying about", "has lied", "had lied", "repeatedly lied"]
_GROUP = {"role": "member", "recalls": True}
_LEXICON = {
    "id": "persons",
    "concepts": [
        {
            "id": "false-statement",
            "slots": {"speaker": {"gloss": "who made it", "role": "agent"}},
            "variants": [
                {
                    "id": "lie",
                    "exact": _LIED,
                    "toward": {"speaker": -1},
                },
                {"id": "liar", "nouns": ["liar", "lie"], "toward": {"speaker": -1}},
                {"id": "hater", "nouns": ["hater"], "toward": {"speaker": -1}},
            ],
        },
        {
            "id": "abuse",
            "slots": {
                "accused": {"gloss": "who is accused", "role": "agent", "takes": ["person"]},
                "victim": {"gloss": "who suffered it", "role": "patient"},
            },
            "variants": [{"id": "abuse", "exact": ["abuse"], "toward": {"accused": -1}}],
        },
        {
            "id": "taking",
            "slots": {
                "taker": {"gloss": "who takes", "role": "agent"},
                "taken": {"gloss": "who is taken", "role": "patient", "compound": True},
            },
            "variants": [{"id": "kidnapping", "verbs": ["kidnap"],
                          "nouns": ["kidnapping", "abduction"], "toward": {"taker": -1}}],
        },
        {
            "id": "sway",
            "slots": {
                "led": {"gloss": "who is led", "role": "member"},
                "master": {"gloss": "whose pawn he is", "role": "holder"},
            },
            "variants": [{"id": "puppet", "exact": ["in the pocket of"], "toward": {"led": -1}}],
        },
        {
            "id": "government",
            "slots": {"state": {"gloss": "whose it is", "role": "holder", "takes": ["state"],
                                "recalls": True}},
            "variants": [{"id": "regime", "nouns": ["regime"], "toward": {"state": -1},
                          "intensity": 2}],
        },
        {
            "id": "armed-organisation",
            "slots": {"group": {"gloss": "the group", "takes": ["group"], **_GROUP}},
            "variants": [{"id": "terror-group", "nouns": ["terror group"], "toward": {"group": -1},
                          "intensity": 2}],
        },
        {
            "id": "armed-group-members",
            "slots": {"group": {"gloss": "the group", "takes": ["group", "person"], **_GROUP}},
            "variants": [{"id": "terrorist", "nouns": ["terrorist"], "toward": {"group": -1},
                          "intensity": 2}],
        },
    ],
}  # fmt: skip


def _exchanged(text: str) -> str:
    return _NAME.sub(lambda found: _EXCHANGED[found[0]], text)


def _cases() -> list[tuple[str, str]]:
    lines = (Path(__file__).parent / "persons.txt").read_text(encoding="utf-8").splitlines()
    read = [line.split("\t") for line in lines if line and not line.startswith("#")]
    cases = [(text, slots) for text, slots in read]
    return cases + [(_exchanged(text), _exchanged(slots)) for text, slots in cases]


@cache
def _matcher() -> Matcher:
    """Return a matcher of a few concepts, two invented states and two invented groups."""
    return Matcher([lexicon_from_mapping(_LEXICON)], _PARTIES)


@for_each(("text", "slots"), _cases())
def test_persons_pronouns_and_definite_nouns_fill_slots(text: str, slots: str) -> None:
    """The last naming takes whom the text tells, and no slot takes anybody else."""
    hit = _matcher().find(cut(text))[-1]
    filled = sorted(f"{each.slot}={each.target}" for each in hit.bindings if each.target)
    assert filled == (sorted(slots.split(";")) if slots != "-" else [])


def test_spans_of_fillers_are_theirs() -> None:
    """A filler's span holds the words that name it, also where a title stands before them."""
    text = "Tom Fenn spoke. Later Mr.  Fenn lied about it."
    hit = _matcher().find(cut(text))[-1]
    (binding,) = hit.bindings
    assert binding.start is not None
    assert text[binding.start : binding.end] == "Fenn"


@pytest.mark.parametrize(
    ("nearer", "state"), [("", "Egypt"), (" Bashar al-Assad's army gained ground.", None)]
)
def test_a_leader_named_nearer_leaves_a_regime_open(nearer: str, state: str | None) -> None:
    """The regime is not that of the state named before, where another one's leader is nearer."""
    matcher = Matcher([load_lexicon("governments")])
    hit = matcher.find(cut(f"Egypt promised arms.{nearer} People feared the regime."))[-1]
    assert [each.target for each in hit.bindings] == [state]


def test_who_does_a_chain_of_things_is_found_and_an_endless_chain_is_read() -> None:
    """A hostile sentence of thousands of clauses costs nobody the article."""
    chain = "Tom Fenn, who sang and who left and who lied about it"
    (hit,) = _matcher().find(cut(f"{chain}."))
    assert [each.target for each in hit.bindings] == ["Tom Fenn"]
    assert len(_matcher().find(cut(f"{chain}{' and who lied about it' * 3000}."))) == 3001


def test_charges_without_end_cost_nobody_the_article() -> None:
    """Of how many charges one is told is not looked for through a whole text."""
    charges = "Tom Fenn was accused of theft{} and of lying about it."
    (hit,) = _matcher().find(cut(charges.format("")))
    assert [each.target for each in hit.bindings] == ["Tom Fenn"]
    assert len(_matcher().find(cut(charges.format(" and of arson" * 3000)))) == 1


def test_headlines_that_open_with_somebody_are_weighed_by_one_reading_of_the_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Time stays linear: whose surnames stand alone is not looked for at every headline."""
    read: list[str] = []

    class Words:
        def findall(self, text: str) -> list[str]:
            read.append(text)
            return re.findall(r"\w+", text)

    monkeypatch.setattr("framing.matching.persons._WORDS", Words())
    lines = "Mark Orlow Lied About The Press Again. " * 50
    _matcher().find(cut(f"Mark Orlow spoke. Orlow lied about it. {lines}"))
    assert len(read) == 1
