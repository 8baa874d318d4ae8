"""Words in the name of a law, a body or a work are in the table, and no choice that counts."""

from __future__ import annotations

import pytest

import framing
from framing.analysis.innames import is_in_a_name

IN_A_NAME = (
    ("The Fair [[Gun Laws]] Act fell in May.", "an act"),
    ("It was told at the [[Terror]] Harvest Policy Institute.", "a body after two words"),
    ("The [[Tax Cuts]] and Harvest Act passed.", "an act of two things"),
    ("She leads the Institute for [[Gun Violence]] in Osk.", "a body before"),
    ("He wrote to the Council on the Lasting [[Drought]] there.", "a body before more words"),
    ("Her book, “[[Terrorists]] and Their Mothers,” sold out.", "a book"),
    ('He sang "The [[Rebels]] of Osk Bay" and left.', "a song between straight marks"),
    ("His film `` Why [[Terrorists]] Came to Osk '' won.", "marks of typewriters"),
    ("Her novel ‘30 Days of [[Terror]] in Osk’ sold.", "a figure, and single marks"),
    ("He read “[[Rebels]] on Osk Bay” by Ann Orr.", "the writer after it"),
    ("He read “[[Rebels]] on Osk Bay” (Low Press, 2011).", "its year after it"),
    (
        "The [[Illegal Immigration]] Reform and Harvest Act fell.",
        "an act of two things",
    ),
    ("He leads the Osk [[Terrorism]] and Harvest Center.", "a body with an “and”"),
    (
        "She chairs the Subcommittee for the Care and [[Defense of Marriage]].",
        "an “and” before",
    ),
    ("The Task Force on Bays and the [[Gun Lobby]] met.", "a body before, with “the” inside"),
    ("He met the [[Coronavirus]] Task Force.", "a body of two words"),
)
IN_NONE = (
    ("The [[Regime]] in Osk acted.", "a capital alone"),
    ("The [[Regime]] Fell and Osk Rose Again, said the board.", "no marks"),
    ("She called it “[[Fake News]]” again.", "nothing else between the marks"),
    ("He wrote “Sleepy [[Terrorists]]” on the wall.", "one word more"),
    ("She said “[[Terrorists]] came to Osk Bay Hill” later.", "a verb written small"),
    ("He said “WHY [[TERRORISTS]] CAME TO OSK” twice.", "shouted"),
    ("She read “The Book\nof [[Terror]] in Osk Bay” aloud.", "a paragraph between"),
    ("It’s “Osk Bay Hill,” and [[Rebels]] of “Low Tide Bay” came.", "between two quotations"),
    ("The bureau for [[Terror]] was shut.", "a body written small"),
    ("The fair [[gun laws]] Act fell.", "words written small"),
    ("The [[Regime]] and Osk University signed.", "a body beside it"),
    ("In the Office, the [[Terror]] went on.", "a body, then a comma"),
    ("Her sign, “[[Racists]] Go Home From Osk,” fell.", "a sign"),
    ("He tweeted: “The Greatest [[Witch Hunt]] in Osk History.”", "a post in a title’s capitals"),
    ("A Post headline about a film: “[[Rebels]] Win in Osk.”", "a heading, of a film too"),
    ("They cried “[[Rebels]] Out of Osk Bay,” all day.", "nothing that says which"),
    (
        "Her book fell. He spoke to all of us there, and then once again: “[[Rebels]] Win in Osk.”",
        "far",
    ),
    ("He is no author-baiter: “[[Rebels]] Win in Osk.”", "part of a word"),
    ("The [[Republican]]-led House Budget Committee met.", "who leads a body"),
    ("[[Shutdown]] Day 10: it rained.", "a count of days"),
    ("[[Rebels]] and the Harvest Committee met.", "a body beside it, after “and the”"),
)


def _is_named(sentence: str) -> bool:
    start = sentence.index("[[")
    text = sentence.replace("[[", "").replace("]]", "")
    return is_in_a_name(text, start, sentence.index("]]") - 2)


@pytest.mark.parametrize(("sentence", "why"), IN_A_NAME)
def test_a_name_or_title_is_known(sentence: str, why: str) -> None:
    """Words with capitals are part of a name that goes on, came before, or stands in marks."""
    assert _is_named(sentence), why


@pytest.mark.parametrize(("sentence", "why"), IN_NONE)
def test_what_is_no_name(sentence: str, why: str) -> None:
    """A capital alone, a shout, a short nickname or a clause between marks is no name."""
    assert not _is_named(sentence), why


def test_names_stand_in_the_table_and_are_not_counted() -> None:
    """A naming in a title is a row; only the one that somebody chose is counted."""
    text = "Her book, “Terrorists and Their Mothers,” sold out. The terrorists fled."
    table = framing.analyze([framing.Article("a", text=text)], sentiment=False).mentions
    assert table["text"].str.lower().tolist() == ["terrorists", "terrorists"]
    assert table["counted"].tolist() == [False, True]


def test_a_heading_is_no_title_of_a_work() -> None:
    """All words of a heading have capitals: a heading's namings count."""
    title = "“Terrorists Came to Osk Bay”"
    article = framing.Article("a", text="It rained.", title=title)
    assert framing.analyze([article], sentiment=False).mentions["counted"].tolist() == [True]
