"""Toward whom: roles, epithets, passages and local sentiment of each party, and the mirror."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from framing.stance import PartyFinder, TargetFigures, add_figures, find_cues, target_figures
from framing.stance.roles import harm_roles
from framing.values import Attribution, Document, Reading, Target
from framing.voice import read_voice

NOTHING = Reading((), (), ())
FINDER = PartyFinder(
    [Target("Varenia", ("Varenian", "Varenians")), Target("Ostmark", ("Ostmark", "Ostmarkers"))]
)
Figures = Callable[..., dict[str, TargetFigures]]


@pytest.fixture
def figures(document_of: Callable[..., Document]) -> Figures:
    """Return a function from a text to the figures of its parties by name."""

    def compute(text: str, reading: Reading = NOTHING, **options: bool) -> dict[str, TargetFigures]:
        document = document_of(text)
        parts = [(document, reading, find_cues(document, reading))]
        return {one.target: one for one in target_figures(parts, FINDER, **options)}

    return compute


@pytest.mark.parametrize(
    ("text", "actor", "patient"),
    [
        ("Varenia attacked Ostmark.", "Varenia", "Ostmark"),
        ("Varenian troops on Monday bombed a bridge in Ostmark.", "Varenia", "Ostmark"),
        ("Ostmark was attacked by Varenia.", "Varenia", "Ostmark"),
        ("Two Ostmarkers were killed.", None, "Ostmark"),
        ("Two Ostmarkers, shelled by Varenia, fled.", "Varenia", "Ostmark"),
        ("The attack by Varenia on Ostmark failed.", "Varenia", "Ostmark"),
        ("Varenia's attack on Ostmark failed.", "Varenia", "Ostmark"),
        ("A Varenian attack against Ostmark failed.", "Varenia", "Ostmark"),
        ("Varenia regrouped; rebels attacked Ostmark.", None, "Ostmark"),
        ("Varenia voted. Rebels attacked.", None, None),
    ],
)
def test_who_acts_and_who_is_acted_on(
    document_of: Callable[..., Document], text: str, actor: str | None, patient: str | None
) -> None:
    """Word order, voice of the verb and 'by' and 'on' give the roles, within one clause."""
    document = document_of(text)
    roles = harm_roles(document, find_cues(document, NOTHING), FINDER.find(text))
    expected = {(actor, "acts"), (patient, "acted_on")}
    assert {(role.target, role.role) for role in roles} == {
        (party, role) for party, role in expected if party
    }


def test_an_alias_in_capitals_needs_capitals() -> None:
    """'US' is found in capitals only, other aliases in any case."""
    finder = PartyFinder([Target("United States", ("US", "American"))])
    text = "The US told us that AMERICAN and american aid came to the United States"
    assert [text[p.start : p.end] for p in finder.find(text)] == [
        "US",
        "AMERICAN",
        "american",
        "United States",
    ]


def test_the_longest_name_counts() -> None:
    """Of two parties' names that overlap only the longer is found."""
    finder = PartyFinder([Target("Korea"), Target("South Korea")])
    assert [p.target for p in finder.find("South Korea and Korea")] == ["South Korea", "Korea"]


def test_epithets_go_to_the_name_they_precede(figures: Figures) -> None:
    """A judging word counts for the party named directly after it."""
    found = figures("The notorious Varenian leader met the Ostmark envoy.")
    assert (found["Varenia"].epithets, found["Ostmark"].epithets) == (1, 0)


def test_passages_are_the_sources(figures: Figures) -> None:
    """A party named in a source is quoted; words and doubting cues are counted."""
    text = "Varenia claimed that Ostmark had fired."
    said = Attribution(
        "indirect", "Varenia", "Varenia", "institution", "claimed", "doubt", (0, 7), (8, 15),
        ((21, 38),), "leading",
    )  # fmt: skip
    found = figures(text, Reading((said,), (), ()))
    assert found["Varenia"][6:9] == (1, 3, 1)
    assert (found["Ostmark"].passages, found["Ostmark"].own_namings) == (0, 0)


def test_sentiment_decays_with_distance(figures: Figures) -> None:
    """The nearer judging word weighs more, by exp(−distance/5)."""
    found = figures("Terrible Varenia and excellent Ostmark met.", sentiment=True)
    assert found["Varenia"].local_sentiment < 0 < found["Ostmark"].local_sentiment  # type: ignore[operator]


def test_sentiment_is_summed_only_when_asked(figures: Figures) -> None:
    """Without sentiment there is no local figure, rather than zero."""
    assert figures("Terrible Varenia.")["Varenia"].local_sentiment is None


def test_boilerplate_names_nobody(document_of: Callable[..., Document]) -> None:
    """Parties in boilerplate are not counted."""
    document = document_of("Read Varenia Today.", zone="boilerplate")
    assert target_figures([(document, NOTHING, [])], FINDER) == []


def test_figures_add_up_over_articles(figures: Figures) -> None:
    """Sums of two articles are the sums of their figures, and so is a mean from them."""
    one = figures("Terrible Varenia attacked Ostmark.", sentiment=True)
    two = figures("Excellent Varenia rested.", sentiment=True)
    total = {t.target: t for t in add_figures([*one.values(), *two.values()])}
    assert total["Varenia"].namings == 2
    assert total["Varenia"].acting_share == 1.0
    assert total["Varenia"].sentiment_sum == pytest.approx(
        one["Varenia"].sentiment_sum + two["Varenia"].sentiment_sum
    )


_SENTENCES = (
    "The {A} army attacked a village in {B}.",
    "Two men from {B} were brutally killed by {A} soldiers.",
    "{A} said that {B} was a terrible neighbour.",
    "“{B} is wonderful,” said the envoy of {A}.",
    "The notorious {A} general met a brave {B} envoy.",
    "Officials in {B} claimed {A} had bombed the excellent bridge.",
    "The attack by {A} on {B} was an awful, very bad mistake.",
    "Nobody was hurt.",
)


def _named(template: str, first: str, second: str) -> str:
    return template.replace("{A}", first).replace("{B}", second)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(st.sampled_from(_SENTENCES), st.booleans()), min_size=1, max_size=6))
def test_exchanging_two_parties_exchanges_their_figures(
    document_of: Callable[..., Document], chosen: Sequence[tuple[str, bool]]
) -> None:
    """With the parties exchanged throughout, every figure of one becomes the other's."""
    finder = PartyFinder([Target("Varenia"), Target("West Ostmark")])
    results = []
    for first, second in (("Varenia", "West Ostmark"), ("West Ostmark", "Varenia")):
        text = " ".join(
            _named(sentence, *((second, first) if turned else (first, second)))
            for sentence, turned in chosen
        )
        document = document_of(text)
        reading = read_voice(document)
        parts = [(document, reading, find_cues(document, reading))]
        found = target_figures(parts, finder, sentiment=True)
        results.append({one.target: one[1:] for one in found})
    plain, mirrored = results
    assert mirrored.get("Varenia") == plain.get("West Ostmark")
    assert mirrored.get("West Ostmark") == plain.get("Varenia")
