"""A word counts where it names its concept, and not in sport, in nature, in law or in a title.

``senses.txt`` holds sentences of our own, with the word in question and whether it is a naming,
decided before the lexicons were asked. As first read 132 of the first 173 came out right and 52 of
the other 66; kinds were mended after each. What still comes out wrong is listed here.
"""

from __future__ import annotations

from pathlib import Path

import framing

FILE = Path(__file__).with_name("senses.txt")
STILL_WRONG = {
    "Attackers Kane and Son started for Spurs.",
    "Cease-fire on the pitch: the teams shook hands.",
    "He is a terrorist in the kitchen, his sous-chef joked.",
    "Kim's regime fired a missile.",
    "The Hurt Locker won six Oscars over The Insurgents.",
    "The Washington Regime street party is off.",
    "The kidnapping of Persephone is carved on the vase.",
    "The mob boss was jailed for tax fraud.",
    "The rebel in her wanted to dye her hair blue.",
    "The stock market crash of 1929 ruined him.",
    "Their defence was slaughtered 6-0 on Saturday.",
}
"""Figures of speech with no word beside them that would tell, and invented names and titles."""


def sentences() -> list[tuple[bool, str, str]]:
    """Return whether the word counts, the word, and its sentence."""
    lines = FILE.read_text("utf-8").splitlines()
    cells = [line.split("\t") for line in lines if not line.startswith("#")]
    return [(wanted == "yes", word, sentence) for wanted, word, sentence in cells]


def test_senses() -> None:
    """Of each sentence the word counts where it names its concept, and nowhere else."""
    decided = sentences()
    articles = [
        framing.Article(str(number), title=None, text=sentence)
        for number, (_, _, sentence) in enumerate(decided)
    ]
    table = framing.analyze(articles, sentiment=False).mentions
    table = table[table["counted"]]
    spans: dict[str, list[tuple[int, int]]] = {}
    for article, start, end in zip(table["article_id"], table["start"], table["end"], strict=True):
        spans.setdefault(article, []).append((start, end))
    wrong = set()
    for number, (wanted, word, sentence) in enumerate(decided):
        first = sentence.index(word)
        last = first + len(word)
        found = any(start < last and first < end for start, end in spans.get(str(number), []))
        if found != wanted:
            wrong.add(sentence)
    assert wrong == STILL_WRONG
