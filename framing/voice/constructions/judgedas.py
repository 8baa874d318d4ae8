"""What a thing is loathed, mocked or taken as: "The visit was widely read as a snub"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from framing.language.verdictwords import AS_PART
from framing.values import Span
from framing.voice.found import Found
from framing.voice.grammar.ends import Surroundings, object_end
from framing.voice.grammar.nounsaround import verb_phrase
from framing.voice.rules import Construction, Rule
from framing.voice.text.sought import Sought
from framing.voice.text.tagpatterns import WHOLE_CLAUSE, pattern
from framing.voice.text.tags import Tag, Tags, any_of
from framing.voice.text.units import Page
from framing.voice.text.vocabulary import Vocabulary

__all__ = ["CONSTRUCTION", "RULES", "read_judged"]

RULES: Final = (
    Rule(
        "judged-as",
        "what a thing is loathed, mocked or taken as (was read as …)",
        "phrase",
        act="speech",
        yes=(
            "The visit was widely read as a ⟦snub⟧.",
            "The visit was taken in the port as a ⟦snub⟧.",
            "He is loathed as a ⟦tyrant⟧ by half the port.",
            "Caricatured as a ⟦miser⟧, Brandt left the port.",
            "Mocked online as a ⟦stunt⟧, the march was over in an hour.",
            "Brandt, reviled as a ⟦traitor⟧, left the port.",
            "The men were painted as ⟦savages⟧.",
        ),
        no=(
            "The visit was taken as the ⟦mob⟧ came.",
            "The visit can be read as a ⟦snub⟧.",
            "The speeches read as ⟦surreal⟧.",
            "The poll was taken as part of a ⟦bogus⟧ survey.",
            "The book was read as ⟦rebels⟧ shelled the port.",
            "Brandt was taken to the ⟦rebels⟧.",
            "The ⟦mob⟧ was mocked as a crowd.",
            "The book was read as an ⟦agitator⟧ sang.",
        ),
    ),
)

_LABEL = pattern(
    "<adv|noun>? (?: <in> (?: {core} | <some|adv> ) )? <as>"
    "(?= <the|open|adv|nominal|either|past|ing>)"
)
_BY = pattern("<in> ( {core} (?: <of> {core} )? | <some> )")
_AFTER = any_of("set-off|and|left")
_PLAIN = Surroundings(lambda at: True, lambda at: True)
_REACH = 24  # tokens of what a thing is judged as


def read_judged(page: Page, words: Vocabulary, earlier: Sequence[Found]) -> list[Found]:
    """Find what things are loathed, mocked and taken as, in order."""
    found: list[Found] = []
    for at in page.tokens.seek(Sought.JUDGED):
        number = page.unit_of(at)
        if number < 0:
            continue
        unit = page.units[number]
        label = _LABEL.match(page.mask, at + 1, unit.end)
        opens = [] if label is None else page.tokens.lowered[label.end() : label.end() + 2]
        if not AS_PART.isdisjoint(opens):
            continue  # "was taken as part of a survey"
        if label is None or label.end() >= unit.end or not _in_passive(page, unit.start, at):
            continue
        if WHOLE_CLAUSE.match(page.mask, label.end(), unit.end) and not _is_label(
            page, label.end()
        ):
            continue  # "was taken as the mob came"
        stop = object_end(page.mask, label.end(), unit.end, _PLAIN, page.tokens.lowered)
        source, ends = _by_whom(page, label.end(), stop)
        content = [(label.end(), ends)]
        found.append(Found("judged-as", "phrase", "neutral", source, (at, at + 1), content, number))
    return found


def _in_passive(page: Page, low: int, at: int) -> bool:
    """Whether a participle stands after "be", after a comma, or opens; in -ed after a noun, too.

    "Can be read as C" is what the writer says.
    """
    mask = page.mask
    before = at
    while before > low and mask[before - 1] == Tag.ADV:
        before -= 1
    if before == low or mask[before - 1] in _AFTER:
        return True
    if mask[before - 1] in Tags.NOMINAL:
        return page.tokens.lowered[at].endswith("ed")
    verb = verb_phrase(mask, low, before)
    return mask[before - 1] == Tag.BE and Tag.WILL not in mask[verb:before]


def _is_label(page: Page, first: int) -> bool:
    """Whether a label is followed by a comma before the next verb: "as a miser, he left"."""
    mask = page.mask
    comma = mask.find(Tag.COMMA, first, first + _REACH)
    return comma > 0 and not any(tag in Tags.FINITE for tag in mask[first:comma])


def _by_whom(page: Page, first: int, stop: int) -> tuple[Span | None, int]:
    """Return who judges it so, where that stands in the label, and where the label ends."""
    for at in range(first + 1, stop):
        if page.mask[at] == Tag.IN and page.tokens.lowered[at] == "by":
            match = _BY.match(page.mask, at, stop)
            return (None, stop) if match is None else (match.span(1), at)
    return None, stop


CONSTRUCTION: Final = Construction(6, read_judged, tags=any_of("as"))
