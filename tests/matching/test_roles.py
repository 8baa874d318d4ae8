"""Who fills which slot: crafted sentences with their readings, and both parties exchanged."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from eachrow import for_each

from framing.lexicon import lexicon_from_mapping
from framing.matching import Matcher
from framing.values import Document, Target

_PARTIES = (
    Target("Varenia", ("Varenia", "Varenian", "Varenians")),
    Target("Ostland", ("Ostland", "Ostlandic", "Ostlanders")),
)
_EXCHANGED = {
    "varenia": "ostland",
    "varenian": "ostlandic",
    "varenians": "ostlanders",
}
_EXCHANGED |= {other: one for one, other in _EXCHANGED.items()}
_NAME = re.compile("|".join(sorted(_EXCHANGED, key=len, reverse=True)), re.IGNORECASE)


def _concept(name: str, slots: dict[str, object], against: str, **forms: list[str]) -> object:
    return {
        "id": name,
        "slots": slots,
        "variants": [{"id": f"loaded-{name}", "toward": {against: -1}, **forms}],
    }


_LEXICON = {
    "id": "roles",
    "concepts": [
        _concept(
            "killing",
            {
                "killer": {"gloss": "who kills", "role": "agent"},
                "victim": {"gloss": "who is killed", "role": "patient"},
            },
            "killer",
            nouns=["massacre"],
            verbs=["massacre"],
        ),
        _concept(
            "attack",
            {
                "attacker": {"gloss": "who enters", "role": "agent"},
                "defender": {"gloss": "whose land is entered", "role": "patient",
                             "after": ["into"]},
            },
            "attacker",
            nouns=["invasion"],
            verbs=["invade"],
            exact=["aggression"],
        ),
        _concept(
            "government",
            {"state": {"gloss": "whose government it is", "role": "holder", "after": ["in"]}},
            "state",
            nouns=["regime"],
        ),
        _concept(
            "sanctions",
            {
                "sender": {"gloss": "who imposes them", "role": "agent"},
                "sanctioned": {"gloss": "whom they hit", "role": "patient", "compound": True},
            },
            "sender",
            exact=["sanctions"],
        ),
    ],
}  # fmt: skip


def _exchanged(text: str) -> str:
    """Exchange the two parties, in the case they are written in."""

    def other(found: re.Match[str]) -> str:
        word = _EXCHANGED[found[0].lower()]
        return word.upper() if found[0].isupper() else word.capitalize()

    return _NAME.sub(other, text)


def _cases() -> list[tuple[str, str]]:
    """Read the sentences, each also with both parties exchanged."""
    lines = (Path(__file__).parent / "roles.txt").read_text(encoding="utf-8").splitlines()
    read = [line.split("\t") for line in lines if line and not line.startswith("#")]
    cases = [(text, slots) for text, slots in read]
    return cases + [(_exchanged(text), _exchanged(slots)) for text, slots in cases]


@cache
def _matcher() -> Matcher:
    """Return a matcher of a few concepts and two invented states."""
    return Matcher([lexicon_from_mapping(_LEXICON)], _PARTIES)


@for_each(("text", "slots"), _cases())
def test_grammar_names_who_fills_a_slot(text: str, slots: str) -> None:
    """Each slot takes whom the sentence names for it, and no slot takes anybody else."""
    document = Document("a", "text", text, ((0, len(text)),), ((0, len(text)),), ("body",))
    (hit,) = _matcher().find(document)
    filled = sorted(f"{each.slot}={each.target}" for each in hit.bindings if each.target)
    assert filled == (sorted(slots.split()) if slots != "-" else [])


def test_there_are_sentences_enough() -> None:
    """Three hundred sentences are read at least."""
    assert len(set(_cases())) >= 300
