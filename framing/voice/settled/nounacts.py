"""What a noun that reports is an act of: "the claim that C" says it, "criticism of C" does not."""

from __future__ import annotations

from typing import TypeAlias

from framing.language.verdictwords import ANSWERS
from framing.values import Act, Span
from framing.voice.found import Found
from framing.voice.text.tagpatterns import pattern
from framing.voice.text.tags import Tag, Tags, any_of
from framing.voice.text.units import Page
from framing.voice.text.vocabulary import Vocabulary
from framing.voice.verbs.verdicts import part_after, without_reason

__all__ = ["Settled", "by_noun"]

Settled: TypeAlias = tuple[Act, list[Span]]

_AS = pattern("<as>")
_TOPIC = Tags.OF_OR_IN
_SUBJECT = any_of("the|pronoun|name")


def by_noun(page: Page, report: Found, words: Vocabulary) -> Settled:
    """Act of a noun: "the claim that C" says it, "criticism of C" and "plans to C" do not."""
    frames, kind = _noun(page, report, words)
    worded: list[Span] = []
    if "not-said" in frames:
        return "deed", []
    if report.source is None and report.cue is not None and _is_the_writers_noun(page, report.cue):
        return "deed", []
    for first, stop in report.content:
        opens = page.mask[first]
        topic = page.mask[first - 1] in _TOPIC  # "a vision of how C", "doubts about whether C"
        clause = not topic and (opens == Tag.THAT or opens in Tags.QUESTION)
        clause = clause or page.mask[first - 1] in Tag.THAT + Tag.BE
        # "her claim | to have seen C"
        claims = opens == Tag.TO and "clause" in frames and "infinitive" not in frames
        clause = clause or (claims and page.mask[first + 1] in Tags.HAVE_OR_BE)
        # "his claims | the toll was theft"
        clause = clause or (opens in _SUBJECT and page.mask[first - 1] in Tags.HEAD)
        label = part_after(_AS, page.mask, first, stop) if "said-as" in frames else None
        if label is not None:
            worded.append(without_reason(label, page.mask, page.tokens.lowered))
            continue
        # "complaints about the deal" are about it
        of = page.mask[first - 1] == Tag.OF or opens in Tags.QUESTION
        if clause or worded or (of and "said-of" in frames):  # and what goes on after an aside
            worded.append((first, stop))
    if worded:
        return ("thought" if kind == "belief" else "speech"), worded
    return ("will" if kind == "intent" else "deed"), []


def _is_the_writers_noun(page: Page, cue: Span) -> bool:
    """Whether the writer says it: "there is *no doubt* that C", "the *answer is* that C"."""
    lowered = page.tokens.lowered
    near = {lowered[max(0, cue[0] - 1)], lowered[cue[0]]}
    answers = Tag.BE in page.mask[slice(*cue)] and not ANSWERS.isdisjoint(
        lowered[at] for at in range(*cue)
    )
    return answers or not near.isdisjoint(("no", "little"))


def _noun(page: Page, report: Found, words: Vocabulary) -> tuple[tuple[str, ...], str]:
    """Return the frames and the class of the noun that reports."""
    if report.cue is not None:
        for at in range(report.cue[1] - 1, report.cue[0] - 1, -1):
            known = words.nouns.get(page.tokens.lowered[at])
            if known is not None:
                return known
    return (), report.kind
