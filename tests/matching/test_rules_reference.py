"""Prefixes, context and case against a slow reference that works word by word."""

from __future__ import annotations

from math import inf

from hypothesis import given, settings
from hypothesis import strategies as st

from framing.lexicon import lexicon_from_mapping
from framing.matching import Matcher
from framing.matching.context import WINDOW
from framing.values import Document

WORDS = ["war", "wars", "warm", "End", "end", "the", "war's"]
word = st.sampled_from(WORDS)
sentence = st.lists(word, min_size=1, max_size=14)
phrase = st.lists(st.sampled_from(["war", "wars", "end", "the"]), min_size=1, max_size=3)
entry = st.builds(
    lambda words, star: " ".join(words) + star, phrase, st.sampled_from(["", "", "*"])
)
variant = st.fixed_dictionaries(
    {"exact": st.lists(entry, min_size=1, max_size=2, unique=True)},
    optional={
        "unless": st.lists(phrase.map(" ".join), min_size=1, max_size=2),
        "unless_in_sentence": st.lists(phrase.map(" ".join), min_size=1, max_size=2),
        "requires": st.lists(phrase.map(" ".join), min_size=1, max_size=2),
    },
)

Place = tuple[int, int, int]


def bare(spoken: str) -> str:
    """Return a word as it is compared: in small letters, without a possessive."""
    return spoken.lower().removesuffix("'s")


def places(pattern: str, words: list[str]) -> list[tuple[int, int]]:
    """Return where a pattern stands among the words of a sentence, as word numbers."""
    wanted = pattern.removesuffix("*").split()
    open_end = pattern.endswith("*")
    found = []
    for at in range(len(words) - len(wanted) + 1):
        said = [bare(each) for each in words[at : at + len(wanted)]]
        inner = all(each.lower() == bare(each) for each in words[at : at + len(wanted) - 1])
        last = said[-1].startswith(wanted[-1]) if open_end else said[-1] == wanted[-1]
        if inner and said[:-1] == wanted[:-1] and last:
            found.append((at, at + len(wanted)))
    return found


def allowed(
    span: tuple[int, int], pattern: str, rules: dict[str, list[str]], words: list[str]
) -> bool:
    """Apply the conditions as the format says: covering, beside, or in the sentence."""

    def stands(context: str, reach: float = inf) -> bool:
        spans = places(context, words)
        if not any(_holds(context, each) for each in rules["exact"]):
            return any(a - span[1] < reach and span[0] - b < reach for a, b in spans)
        held = _holds(context, pattern)
        return any(a + at == span[0] and span[1] <= b for a, b in spans for at in held)

    if any(stands(each, WINDOW) for each in rules.get("unless", [])):
        return False
    if any(stands(each) for each in rules.get("unless_in_sentence", [])):
        return False
    needed = rules.get("requires", [])
    return not needed or any(stands(each) for each in needed)


def _holds(context: str, pattern: str) -> list[int]:
    """Return at which words of a phrase an entry's own words begin in it."""
    said, literal = context.split(), pattern.removesuffix("*").split()
    found = []
    for at in range(len(said) - len(literal) + 1):
        inner = said[at : at + len(literal) - 1] == literal[:-1]
        last = said[at + len(literal) - 1]
        same = last.startswith(literal[-1]) if pattern.endswith("*") else last == literal[-1]
        if inner and same:
            found.append(at)
    return found


def reference(variants: list[dict[str, list[str]]], sentences: list[list[str]]) -> list[Place]:
    """Return (sentence, first word, word after the last) of each naming of one concept."""
    found: list[Place] = []
    for number, words in enumerate(sentences):
        spans = {
            span
            for rules in variants
            for pattern in rules["exact"]
            for span in places(pattern, words)
            if allowed(span, pattern, rules, words)
        }
        lengths = {span: len(_said(words, *span)) for span in spans}
        kept: list[tuple[int, int]] = []
        for span in sorted(spans, key=lambda each: (-lengths[each], each)):
            if all(span[1] <= a or b <= span[0] for a, b in kept):
                kept.append(span)
        found += [(number, *span) for span in sorted(kept)]
    return found


def _said(words: list[str], start: int, end: int) -> str:
    return " ".join(words[start:end]).removesuffix("'s")


@settings(max_examples=300, deadline=None)
@given(
    st.lists(variant, min_size=1, max_size=3),
    st.lists(sentence, min_size=1, max_size=3),
)
def test_equal_to_reference(
    variants: list[dict[str, list[str]]], sentences: list[list[str]]
) -> None:
    """Prefixes and conditions do in the automaton what they do word by word."""
    lexicon = lexicon_from_mapping(
        {
            "id": "x",
            "concepts": [
                {
                    "id": "c",
                    "variants": [{"id": f"v{at}", **each} for at, each in enumerate(variants)],
                }
            ],
        }
    )
    spans: list[tuple[int, int]] = []
    starts: dict[int, tuple[int, int]] = {}
    at = 0
    for number, words in enumerate(sentences):
        first = at
        for place, said in enumerate(words):
            starts[at] = number, place
            at += len(said) + 1
        spans.append((first, at))
        at += 1
    text = " ".join(" ".join(words) + "." for words in sentences)
    document = Document("a", "text", text, ((0, at),), tuple(spans), ("body",) * len(spans))
    ours = []
    for hit in Matcher([lexicon]).find(document):
        number, place = starts[hit.start]
        ours.append((number, place, place + text[hit.start : hit.end].count(" ") + 1))
    assert ours == reference(variants, sentences)
