"""Sentences in which two parties are exchanged: whom the shipped lexicons bind goes with them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from eachrow import for_each

from framing import Article, analyze

_FILE = Path(__file__).with_name("exchanged_roles.txt")
_DECIDED = [
    tuple(line.split("\t"))
    for line in _FILE.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
_OPEN = 0.07  # of the roles that the sentences name; first read .12
_Names = tuple[str, str, str]  # a party, its adjective, its people
_PAIRS: dict[str, list[tuple[_Names, _Names]]] = {
    "state": [
        (("Norway", "Norwegian", "Norwegians"), ("Chile", "Chilean", "Chileans")),
        (("Iran", "Iranian", "Iranians"), ("Turkey", "Turkish", "Turks")),
        (("Varenia", "Varenian", "Varenians"), ("Ostland", "Ostlandic", "Ostlanders")),
    ],
    "group": [(("Hamas",) * 3, ("Hezbollah",) * 3), (("Boko Haram",) * 3, ("Al-Shabaab",) * 3)],
    "person": [
        (("Nora Field",) * 3, ("Alice Fenn",) * 3),
        (("Emmanuel Macron",) * 3, ("Keir Starmer",) * 3),
    ],
    "faith": [
        (("Muslims", "Muslim", "Muslims"), ("Christians", "Christian", "Christians")),
        (("Jews", "Jewish", "Jews"), ("Hindus", "Hindu", "Hindus")),
        (("Sunnis", "Sunni", "Sunnis"), ("Shiites", "Shiite", "Shiites")),
        (("Buddhists", "Buddhist", "Buddhists"), ("Catholics", "Catholic", "Catholics")),
    ],
    "party": [
        (("Republicans", "Republican", "Republicans"), ("Democrats", "Democratic", "Democrats"))
    ],
}
_TARGETS = {"Varenia": ["Varenian", "Varenians"], "Ostland": ["Ostlandic", "Ostlanders"]}
_Roles = frozenset[tuple[str, str]]


def _put(text: str, one: _Names, other: _Names) -> str:
    for sign, (name, adjective, people) in (("AA", one), ("BB", other)):
        text = text.replace(f"{sign}ians", people).replace(f"{sign}ic", adjective)
        text = text.replace(sign, name)
    return text


def _gold(roles: str) -> _Roles:
    if roles == "-":
        return frozenset()
    return frozenset(
        (slot, name.lstrip("?"))
        for slot, _, name in (each.partition("=") for each in re.split(r" (?=\w+=)", roles))
    )


def _left_open(line: int) -> frozenset[str]:
    """Return the slots that stay open in a sentence, though it says who fills them."""
    return frozenset(re.findall(r"(\w+)=\?", _DECIDED[line][3]))


def _readings() -> list[tuple[int, str, str, _Roles]]:
    """Return every sentence with every pair, both ways round: its line, concept and roles."""
    return [
        (at, _put(sentence, *ordered), concept, _gold(_put(roles, *ordered)))
        for at, (kind, sentence, concept, roles) in enumerate(_DECIDED)
        for pair in _PAIRS[kind]
        for ordered in (pair, pair[::-1])
    ]


@pytest.fixture(scope="module")
def read() -> list[tuple[int, str, _Roles, _Roles]]:
    """Return line, sentence, decided roles and bound roles of every reading."""
    readings = _readings()
    bound: list[set[tuple[str, str]]] = [set() for _ in readings]
    articles = [
        Article(f"{at:04}", "A", None, "2022-06-01", "", text=sentence)
        for at, (_, sentence, _, _) in enumerate(readings)
    ]
    for row in analyze(articles, sentiment=False, targets=_TARGETS).mentions.itertuples():
        at = int(row.article_id)
        if row.field == "text" and row.concept == readings[at][2]:
            bound[at] |= {
                (each["slot"], each["target"].replace("al-Shabaab", "Al-Shabaab"))
                for each in row.bindings
                if each["target"]
            }
    return [
        (line, sentence, gold, frozenset(found))
        for (line, sentence, _, gold), found in zip(readings, bound, strict=True)
    ]


@for_each("line", range(len(_DECIDED)), ids=[each[1] for each in _DECIDED])
def test_nobody_else_is_bound_whichever_way_round(
    read: list[tuple[int, str, _Roles, _Roles]], line: int
) -> None:
    """A role is bound, but for those that stay open; no other is, with any pair and both ways."""
    for at, sentence, gold, found in read:
        if at == line:
            assert found <= gold, sentence
            assert {slot for slot, _ in gold - found} <= _left_open(line), sentence


@for_each("line", range(len(_DECIDED)), ids=[each[1] for each in _DECIDED])
def test_whoever_exchanges_the_parties_exchanges_the_bindings(
    read: list[tuple[int, str, _Roles, _Roles]], line: int
) -> None:
    """The readings of a pair come one after the other; of the second, the roles are the first's."""
    of_line = [each for each in read if each[0] == line]
    for (_, sentence, gold, found), (_, _, other_gold, other_found) in zip(
        of_line[::2], of_line[1::2], strict=True
    ):
        left_open = {slot for slot, _ in gold - found}
        assert left_open == {slot for slot, _ in other_gold - other_found}, sentence


def test_few_roles_of_exchanged_sentences_stay_open(
    read: list[tuple[int, str, _Roles, _Roles]],
) -> None:
    """Those that do are marked in the file."""
    named = sum(len(gold) for _, _, gold, _ in read)
    assert sum(len(_left_open(line)) for line, _, _, _ in read) <= _OPEN * named
