"""Whom the shipped lexicons bind where grammar would name the wrong side; made-up sentences."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from eachrow import for_each

from framing import Article, analyze

_FILE = Path(__file__).with_name("shipped_roles.txt")
_DECIDED = [
    tuple(line.split("\t"))
    for line in _FILE.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
_OPEN = 41  # of 535 roles that the sentences name; first read 41 of 192, then 44 of 104

_READ = {
    "Ukraine's invasion by Russia went on.": (
        "invasion",
        {"attacker": "Russia", "defender": "Ukraine"},
    ),
    "Russia's invasion by land went on.": ("invasion", {"attacker": "Russia"}),
    "The incursion into Ukraine's east went on.": ("incursion", {"defender": "Ukraine"}),
    "The Uyghur genocide was debated.": ("genocide", {}),
    "The Turkish genocide of Kurds was debated.": (
        "genocide",
        {"killer": "Turkey", "victim": "Kurds"},
    ),
    "Israel's genocide was debated.": ("genocide", {"killer": "Israel"}),
    "Palestinian political prisoners were counted.": ("political prisoners", {"held": "Palestine"}),
    "Iran's political prisoners were counted.": ("political prisoners", {"holder": "Iran"}),
    "Egypt's coup was debated.": ("coup", {}),
    "The woman who accused Nora Field of sexual assault spoke.": (
        "The woman who accused",
        {"accused": "Nora Field"},
    ),
    "The allegations of sexual misconduct against Nora Field are old.": (
        "sexual misconduct",
        {"accused": "Nora Field"},
    ),
    "Emmanuel Macron sacked Keir Starmer on Monday.": (
        "sacked",
        {"remover": "Emmanuel Macron", "removed": "Keir Starmer"},
    ),
    "Emmanuel Macron's purge was debated.": ("purge", {"remover": "Emmanuel Macron"}),
    "Emmanuel Macron's ouster was debated.": ("ouster", {"removed": "Emmanuel Macron"}),
    "Norway annexed the valley.": ("annexed", {"taker": "Norway"}),
    "Norway bombarded the town.": ("bombarded the town", {"attacker": "Norway"}),
    "Norway killed the engineer.": ("killed", {"killer": "Norway"}),
    "The murder of the Chilean general by Norway was denied.": (
        "murder",
        {"killer": "Norway", "victim": "Chile"},
    ),
    "The terror group Hezbollah held the road.": ("terror group", {"group": "Hezbollah"}),
    "Hezbollah-held towns fell to a terror group.": ("terror group", {}),
    "Talks with Norway failed. The regime then closed the port.": ("regime", {}),
    "Norway shut the border. The regime then closed the port.": ("regime", {"state": "Norway"}),
    "The Norwegian dictatorship shut the port. Later the [regime] opened it.": (
        "regime",
        {"state": "Norway"},
    ),
    "The Norwegian dictatorship shut the port. Later the old regime was praised.": ("regime", {}),
    "Regime offices closed.": ("Regime", {}),
    "They asked the regime to end the presence of US troops.": ("regime", {}),
    "Melania Trump lied about the raid.": ("lied about", {"speaker": "Melania Trump"}),
    "They said Quorl Trump lied about the raid.": ("lied about", {}),
    "On Monday Trump lied about the raid.": ("lied about", {"speaker": "Donald Trump"}),
    "Maher al-Assad lied about the raid.": ("lied about", {"speaker": "Maher al Assad"}),
    "Kim Jong Un came late. Onlookers saw the dictator wave.": (
        "dictator",
        {"leader": "Kim Jong Un", "state": "North Korea"},
    ),
}


@pytest.mark.parametrize("sentence", _READ)
def test_the_party_that_a_sentence_names_for_a_role_is_bound_and_no_other(sentence: str) -> None:
    """Read one sentence; slots that are not given must stay open."""
    words, roles = _READ[sentence]
    mentions = analyze([Article("a", "A", None, "2020-01-01", "", text=sentence)], sentiment=False)
    (found,) = [
        {each["slot"]: each["target"] for each in row.bindings if each["target"]}
        for row in mentions.mentions.itertuples()
        if row.text.endswith(words)
    ]
    assert found == roles


@pytest.fixture(scope="module")
def read() -> list[dict[str, str]]:
    """Return whom each decided sentence binds to the slots of its concept, the first of each."""
    articles = [
        Article(f"{at:03}", "A", None, "2022-06-01", "", text=sentence)
        for at, (sentence, _, _) in enumerate(_DECIDED)
    ]
    bound: list[dict[str, str]] = [{} for _ in _DECIDED]
    for row in analyze(articles, sentiment=False).mentions.itertuples():
        if row.concept == _DECIDED[int(row.article_id)][1] and row.field == "text":
            for each in row.bindings:
                if each["target"]:
                    bound[int(row.article_id)].setdefault(each["slot"], each["target"])
    return bound


def _gold(roles: str) -> tuple[dict[str, str], set[str]]:
    """Return who fills which slot, and the slots that stay open all the same."""
    if roles == "-":
        return {}, set()
    pairs = [each.split("=") for each in re.split(r" (?=\w+=)", roles)]
    left_open = {slot for slot, name in pairs if name.startswith("?")}
    return {slot: name.lstrip("?") for slot, name in pairs}, left_open


@for_each("at", range(len(_DECIDED)), ids=[each[0] for each in _DECIDED])
def test_nobody_is_bound_who_does_not_fill_the_role(read: list[dict[str, str]], at: int) -> None:
    """A role that is given is bound, but for those that stay open; no other is."""
    gold, left_open = _gold(_DECIDED[at][2])
    assert read[at].items() <= gold.items()
    assert gold.keys() - left_open <= read[at].keys()


def test_few_roles_that_sentences_name_stay_open() -> None:
    """Those that do are marked in the file."""
    assert sum(len(_gold(roles)[1]) for _, _, roles in _DECIDED) <= _OPEN


@pytest.mark.parametrize("opening", ["", "The ", "It was late. "])
def test_forces_for_a_state_are_not_its_forces_wherever_a_text_says_so(opening: str) -> None:
    """A text that begins with "Pro-Russian forces" names no Russian ones."""
    words = "Pro-Russian forces held the bridge."
    text = opening + (words if opening != "The " else words[0].lower() + words[1:])
    mentions = analyze([Article("a", "A", None, "2020-01-01", "", text=text)], sentiment=False)
    bound = [each["target"] for row in mentions.mentions["bindings"] for each in row]
    assert "Russia" not in bound
