"""Who speaks: kinds, names, links and whom a spokesperson speaks for."""

import pytest

from framing.articles.layout import documents
from framing.values import Article, Attribution
from framing.voice import read_voice
from framing.voice.profiles import profile_of

KINDS = [
    ("Ana Ruiz", "named", "Ana Ruiz"),
    ("Mr. Ruiz", "named", "Ruiz"),
    ("Sen. Ana Ruiz (D-Ia.)", "named", "Ana Ruiz"),
    ("Foreign Minister Ana Ruiz", "named", "Ana Ruiz"),
    ("the foreign minister, Ana Ruiz", "named", "Ana Ruiz"),
    ("Ana Ruiz, who runs the port", "named", "Ana Ruiz"),
    ("Kim de la Cruz", "named", "Kim de la Cruz"),
    ("Secretary of State Ana Ruiz", "named", "Ana Ruiz"),
    ("US Secretary of Harbours and Coasts Ana Ruiz", "named", "Ana Ruiz"),
    ("President of the Coastal Commission Kim van der Berg", "named", "Kim van der Berg"),
    ("the secretary of state", "official", "the secretary of state"),
    ("Sami al-Venn", "named", "Sami al-Venn"),
    ("the mayor", "official", "the mayor"),
    ("Prize-winning President", "official", None),
    ("Members of the council", "anonymous", None),
    ("Part of the plan", "anonymous", None),
    ("Kim Ortiz King", "named", "Kim Ortiz King"),
    ("a police spokesman", "official", "a police spokesman"),
    ("U.S. officials", "official", "U.S. officials"),
    ("the Pentagon", "institution", "Pentagon"),
    ("Iran", "institution", "Iran"),
    ("the company", "institution", "company"),
    ("a new report", "institution", "new report"),
    ("the Ministry of Defence", "institution", "Ministry of Defence"),
    ("Iraqi resistance groups", "institution", "Iraqi resistance groups"),
    ("an informed security source", "anonymous", "an informed security source"),
    ("people familiar with the matter", "anonymous", "people familiar with the matter"),
    ("a senior official who asked not to be named", "anonymous", None),
    ("an official, speaking on condition of anonymity", "anonymous", None),
    ("critics", "anonymous", "critics"),
    ("some Republicans", "anonymous", "some Republicans"),
    ("many", "anonymous", "many"),
    ("she", "pronoun", None),
    ("who", "pronoun", None),
]


@pytest.mark.parametrize(("source", "kind", "name"), KINDS, ids=[case[0] for case in KINDS])
def test_kinds(source: str, kind: str, name: str | None) -> None:
    """The words of a source tell its kind, and its name where it has one."""
    profile = profile_of(source)
    assert profile.kind == kind
    if name is not None or kind == "pronoun":
        assert profile.name == name


SPOKEN_FOR = [
    ("a Pentagon spokesman", "Pentagon"),
    ("Ana Ruiz, a spokeswoman for the Harbour Board", "Harbour Board"),
    ("a spokesman for the army", "army"),
    ("Ministry of Health spokesman Ilo Brandt", "Ministry of Health"),
    ("Ms. Venn's spokesman, Ilo Brandt", "Ms. Venn"),
    ("Venn campaign spokesman Ilo Brandt", "Venn campaign"),
    ("Ana Ruiz, the mayor", None),
]


@pytest.mark.parametrize(("source", "whom"), SPOKEN_FOR, ids=[case[0] for case in SPOKEN_FOR])
def test_spokespeople(source: str, whom: str | None) -> None:
    """A spokesperson speaks for whoever is named before or after the word."""
    assert profile_of(source).speaks_for == whom


def attributions(text: str) -> tuple[Attribution, ...]:
    """Read a text of one or more paragraphs."""
    return read_voice(documents(Article(id="x", text=text))[0]).attributions


def test_one_speaker_under_several_names() -> None:
    """Full name, surname with title, office and pronoun are one speaker."""
    found = attributions(
        "Prime Minister Ana Ruiz said the port was shut. Ms. Ruiz said the army had come. "
        "The prime minister said nobody was hurt. “We stay,” she said."
    )
    assert [one.speaker_name for one in found] == ["Ana Ruiz"] * 4
    assert [one.speaker_kind for one in found] == ["named"] * 4
    assert [one.speaker for one in found][1:3] == ["Ms. Ruiz", "The prime minister"]


def test_a_full_name_met_before_in_the_text() -> None:
    """A surname alone takes the full name that the article gave earlier, source or not."""
    found = attributions("Orlo Venn came home on Monday. Venn said the port was shut.")
    assert [one.speaker_name for one in found] == ["Orlo Venn"]


def test_pronouns_left_open() -> None:
    """A pronoun that fits nobody stays open: no name, kind pronoun."""
    found = attributions("Ms. Ana Ruiz said the port was shut. He said it was open.")
    assert (found[1].speaker, found[1].speaker_name, found[1].speaker_kind) == (
        "He",
        None,
        "pronoun",
    )


def test_a_pronoun_does_not_reach_far() -> None:
    """After four paragraphs without the speaker, a pronoun is left open."""
    text = "Ana Ruiz said the port was shut.\n\n" + "The sea was calm.\n\n" * 4
    found = attributions(text + "She said the army had come.")
    assert found[-1].speaker_name is None


def test_a_source_named_once_and_then_the_source() -> None:
    """The anonymous source, "the source" and "he" are one speaker, of kind anonymous."""
    found = attributions(
        "An informed source said the port was shut. The source said the army had come. "
        "“Nobody knew,” he added."
    )
    assert {one.speaker_name for one in found} == {"An informed source"}
    assert {one.speaker_kind for one in found} == {"anonymous"}


def test_spokesperson_in_a_reading() -> None:
    """The reading keeps whom a spokesperson speaks for, later under the surname too."""
    found = attributions(
        "Ana Ruiz, a spokeswoman for the Harbour Board, said the port was shut. "
        "Ms. Ruiz said the army had come."
    )
    assert [one.speaks_for for one in found] == ["Harbour Board", "Harbour Board"]


def test_negated_cues() -> None:
    """A cue under not or never is marked."""
    found = attributions("The mayor did not say that the port was shut. He said it was open.")
    assert [one.negated for one in found] == [True, False]
