"""Kinds of sentences, each said of women and men and of both parties, and whose word it is."""

from __future__ import annotations

from eachrow import for_each

from framing.articles.layout import documents
from framing.values import Article
from framing.voice import decide, read_voice

# kind, voice, sentence: {A} speaks, {B} is spoken of, the span in ⟦⟧.
KINDS = [
    ("acts", "own", "{A} responded to the ⟦massacre⟧ within an hour."),
    ("acts", "own", "{A} met {B} to discuss the ⟦invasion⟧."),
    ("acts", "own", "{A} voted for a bill to deport ⟦illegal immigrants⟧."),
    ("acts", "own", "{A} supports ⟦gun control⟧ and has for years."),
    ("acts", "own", "{A} was one of the fiercest opponents of the ⟦regime⟧."),
    ("acts", "own", "{A} vowed revenge on the ⟦militants⟧."),
    ("acts", "own", "{A} wants to fight the ⟦militants⟧ in the hills."),
    ("acts", "own", "{A} agreed to meet the ⟦militants⟧ on Monday."),
    ("acts", "attributed", "{A} promised to fight the ⟦militants⟧."),
    ("acts", "attributed", "{A} said {B} wanted to fight the ⟦militants⟧."),
    ("verdicts", "own", "{A} called the ⟦regime⟧'s plan for the port a mistake."),
    ("verdicts", "attributed", "{A} called the plan of {B} a ⟦giveaway⟧."),
    ("verdicts", "own", "{A} accused the ⟦regime⟧ of lying."),
    ("verdicts", "attributed", "{A} accused {B} of a ⟦massacre⟧."),
    ("verdicts", "attributed", "{A} denounced the raid as a ⟦massacre⟧."),
    ("verdicts", "own", "{A} denounced the ⟦massacre⟧ on Monday."),
    ("verdicts", "quoted", "{A} called the raid a “⟦massacre⟧” and left the room."),
    ("verdicts", "quoted", "{A} accused {B} of hiding ‘⟦terrorists⟧’ in a school."),
    ("addressed", "own", "{A} warned the ⟦militants⟧ to leave."),
    ("addressed", "own", "{A} told the ⟦militants⟧ that they should go home."),
    ("passives", "attributed", "The raid was described by {A} as a ⟦massacre⟧."),
    ("passives", "attributed", "The raid, branded a ⟦massacre⟧ by {A}, lasted an hour."),
    ("passives", "attributed", "{B} is seen by {A} as a ⟦terrorist⟧."),
    ("passives", "own", "The ⟦massacre⟧ was condemned by {A}."),
    ("sources", "attributed", "According to {A}, the ⟦militants⟧ fired first."),
    ("sources", "attributed", "By {A}'s account, the raid was a ⟦rout⟧."),
    ("hearsay", "attributed", "{A} is said to have joined the ⟦militants⟧."),
    ("hearsay", "attributed", "{A} has reportedly joined the ⟦militants⟧."),
    ("hearsay", "distanced", "{A} has allegedly joined the ⟦militants⟧."),
    ("hearsay", "distanced", "{A} leads the so-called ⟦militants⟧."),
    ("hearsay", "own", "{A} has joined the ⟦militants⟧."),
    ("extent", "own", "{A} said no, and the ⟦regime⟧ fell."),
    ("extent", "own", "{A}, who fought the ⟦regime⟧ for years, said no."),
    ("extent", "own", "{A} announced a pay rise, even as the ⟦regime⟧ cut pensions."),
    ("extent", "attributed", "{A} said it rained, the ⟦regime⟧ was weak, and {B} was ill."),
    ("writer", "own", "I think the ⟦regime⟧ will fall, and so does {A}."),
    ("writer", "own", "You may recall that the ⟦regime⟧ jailed {A}."),
    ("writer", "own", "One might say that the ⟦regime⟧ jailed {A}."),
    ("writer", "own", "It is clear that the ⟦regime⟧ jailed {A}."),
    ("writer", "attributed", "{A} thinks the ⟦regime⟧ will fall."),
    ("time", "own", "As {A} spoke to the crowd, the ⟦militants⟧ fled."),
    ("time", "attributed", "As {A} put it, the ⟦militants⟧ fled."),
    ("quoted as", "attributed", "The Harbour Post quoted {A} as saying the ⟦militants⟧ fled."),
    ("inserted", "own", "“They [the ⟦militants⟧] fled,” {A} said."),
    ("nouns", "attributed", "{A} denied allegations of a ⟦massacre⟧."),
    ("nouns", "attributed", "Reports that the ⟦regime⟧ jailed {A} could not be checked."),
    ("nouns", "own", "{A}'s criticism of the ⟦regime⟧ grew."),
    ("nouns", "own", "Fear of the ⟦militants⟧ kept {A} at home."),
    ("no reports", "own", "{A} signed an executive order that seized the houses of ⟦militants⟧."),
    ("no reports", "own", "{A} has zero pledged delegates against the ⟦regime⟧."),
    ("no reports", "own", "{A} never saw the ⟦militants⟧ at the port."),
    ("no reports", "own", "{A} has yet to answer for the ⟦massacre⟧."),
    ("layout", "attributed", "Interviewer: Why?\n\n{A}: Of course. The ⟦militants⟧ came."),
    ("layout", "attributed", "The ⟦militants⟧ never came to our port. — {A} (@port) May 5, 2020"),
    ("layout", "quoted", "“We waited.\nThe ⟦militants⟧ never came.\nThen we slept,” said {A}."),
]  # fmt: skip
PEOPLE = [
    ("Mr. Orlo Venn", "Ms. Ilse Brandt"),
    ("Ms. Ilse Brandt", "Mr. Orlo Venn"),
    ("Hamas", "Israel"),
    ("Israel", "Hamas"),
]
CASES = [
    (f"{kind}: {marked!r} {pair[0]}", voice, marked, pair)
    for kind, voice, marked in KINDS
    for pair in PEOPLE
]


@for_each(
    ("voice", "marked", "pair"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_whose_word(voice: str, marked: str, pair: tuple[str, str]) -> None:
    """The answer hangs on the kind of the sentence, and never on who is who."""
    marked = marked.replace("{A}", pair[0]).replace("{B}", pair[1])
    text = marked.replace("⟦", "").replace("⟧", "")
    span = (marked.index("⟦"), marked.index("⟧") - 1)
    document = documents(Article(id="kind", text=text))[0]
    (decision,) = decide(read_voice(document), [span])
    assert decision.voice == voice


def test_the_kinds_are_many_and_say_yes_and_no() -> None:
    """Each kind but a few has sentences whose answers differ."""
    answers: dict[str, set[str]] = {}
    for kind, voice, _ in KINDS:
        answers.setdefault(kind, set()).add(voice)
    assert len(answers) >= 10
    assert sum(len(found) > 1 for found in answers.values()) >= 7
