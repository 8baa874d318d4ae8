"""Read many generated articles and hold what every reading must hold.

python tests/fuzz_voice.py --n 100000 [--seed 1]
"""

from __future__ import annotations

import argparse
import random
import sys
import time

from framing.articles.layout import documents
from framing.values import Article, Attribution, Document
from framing.voice import decide, read_voice

PIECES = """said says say told asked claimed
that “ ” " " ' ‘ ’ '' `` « » „ “ ( ) , , . . . : ; - — –
Ana Ruiz Orlo Venn mayor minister source officials the the a an she he who which claims claim of to
according reported was is were has accused described as so-called alleged U.S. Mr. Sen. 12" 's n't
called denied terrorists regime rebels what supposed be
İ ß é 日本 \u00a0 \u2009 \t \n\n \n in on with
and and but while if whether why not never report statement (R-Ia.) 1,200 $5 % … ... ? ! fled won
attack support plans hopes view her his their it they some many critics people familiar anonymity
SAID Mayor: Opinion: Source “so he said” ’90s 6'2\" rock ’n’ roll @handle #tag https://a.b/c""".split(
    " "
)


def article(random_: random.Random) -> str:
    """Make one article: words and marks in any order, with more or less sense."""
    size = random_.choice((3, 20, 60, 150))
    words = [random_.choice(PIECES) for _ in range(random_.randint(0, size))]
    text = " ".join(words)
    if random_.random() < 0.3:
        text = text.replace(" ", "", random_.randint(0, 20))
    return text


def check(text: str) -> None:
    """Read one text; raise AssertionError where a reading breaks its promises."""
    for document in documents(Article(id="x", text=text)):
        reading = read_voice(document)
        for one in reading.attributions:
            broken = broken_promise(document, one)
            if broken:
                raise AssertionError(f"{broken}: {one}")
        for scope in reading.distancings:
            if not document.text[scope.start : scope.end].strip():
                raise AssertionError(f"a distancing scope is empty: {scope}")
        size = len(document.text)
        spans = [(at, min(at + 5, size)) for at in range(0, size, 7)]
        decisions = decide(reading, spans)
        if len(decisions) != len(spans):
            raise AssertionError("a span has no decision")
        for decision in decisions:
            said = decision.attribution
            if said is not None and reading.attributions[said].act in ("will", "deed"):
                raise AssertionError(f"a will or a deed took a word: {reading.attributions[said]}")


def broken_promise(document: Document, one: Attribution) -> str:
    """Return what an attribution breaks of what every one must hold, or nothing."""
    text = document.text
    if not one.content or not all(0 <= a < b <= len(text) for a, b in one.content):
        return "content is empty or lies outside the text"
    if one.source_span is not None:
        if one.speaker != text[slice(*one.source_span)]:
            return "the speaker is not its span"
        if any(a < one.source_span[1] and one.source_span[0] < b for a, b in one.content):
            return "content overlaps its source"
    if one.worded is not None and not all(
        any(a <= first and last <= b for a, b in one.content) for first, last in one.worded
    ):
        return "what the speaker worded lies outside the content"
    if one.act in ("will", "deed") and one.worded:
        return "a will or a deed has words of its own"
    for a, b in one.content:
        if not any(first <= a and b <= last for first, last in document.paragraphs):
            return "content crosses a paragraph"
    return ""


def main() -> int:
    """Run; return 0 where nothing broke, 1 with the first text that did."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, default=100_000, help="how many articles")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    random_ = random.Random(options.seed)  # noqa: S311  no secret is made
    begun = time.perf_counter()
    for number in range(options.n):
        text = article(random_)
        try:
            check(text)
        except Exception as error:
            sys.stderr.write(f"article {number} of seed {options.seed}: {error!r}\n{text!r}\n")
            return 1
    sys.stdout.write(f"{options.n} articles read in {time.perf_counter() - begun:.0f} s\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
