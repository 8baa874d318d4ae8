"""What the rules pass to each other: one attribution in the making, in tokens, and who speaks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import chain, starmap
from operator import attrgetter, itemgetter
from typing import NamedTuple

from framing.values import Act, Span
from framing.voice.text.tags import Tag

__all__ = ["Found", "Speaker", "Told", "begun_within", "cue_tokens", "holds_quotation"]


_cue, _first = attrgetter("cue"), itemgetter(0)
_NOWHERE = 1 << 62  # a token behind all others


class Found:
    """An attribution in the making; all spans are token ranges.

    `content` may have several parts. `form` tells how the words stand, whatever the rule:
    ``leading`` (cue before content), ``trailing``, ``passive``, ``phrase`` (according to) or
    ``noun``; `kind` is the class of the cue.
    `frames` are those of the verb that reports; `act` and `worded`, the parts of the content that
    the speaker worded, are settled once all is found. `bodily` marks a verb that may be a bodily
    act ("attacked the base"): it counts for people only. `block` is a paragraph of the content
    that is printed as an excerpt, without marks.
    """

    __slots__ = (
        "act", "block", "bodily", "content", "cue", "form", "frames", "kind", "negated",
        "rule", "source", "unit", "worded",
    )  # fmt: skip

    def __init__(
        self,
        rule: str,
        form: str,
        kind: str,
        source: Span | None,
        cue: Span | None,
        content: list[Span],
        unit: int,
        negated: bool = False,
    ) -> None:
        self.rule = rule
        self.form = form
        self.kind = kind
        self.source = source
        self.cue = cue
        self.content = content
        self.unit = unit
        self.negated = negated
        self.bodily = False
        self.block: Span | None = None
        self.frames = 0
        self.act: Act = "speech"
        self.worded: list[Span] = content


class Told:
    """Which tokens stand in what some reports tell; put in order when it is first asked."""

    __slots__ = ("_firsts", "_reports", "_stops")

    def __init__(self, reports: Sequence[Found]) -> None:
        self._reports: Sequence[Found] = reports
        self._firsts: list[int] = []
        self._stops: list[int] = []

    def __contains__(self, at: int) -> bool:
        """Tell whether a token is told by somebody."""
        if self._reports:
            self._merge()
        place = bisect_right(self._firsts, at) - 1
        return place >= 0 and at < self._stops[place]

    def _merge(self) -> None:
        """Join the contents that meet, so that they are apart and in order."""
        firsts, stops = self._firsts, self._stops
        for first, stop in sorted(part for report in self._reports for part in report.content):
            if stops and first <= stops[-1]:
                stops[-1] = max(stops[-1], stop)
            else:
                firsts.append(first)
                stops.append(stop)
        self._reports = ()


def holds_quotation(mask: str, parts: Sequence[Span]) -> bool:
    """Whether a quotation begins in one of the parts."""
    for first, stop in parts:  # noqa: SIM110  asked of every report; `any` takes thrice the time
        if mask.find(Tag.OPEN, first, stop) >= 0:
            return True
    return False


def begun_within(quotes: Sequence[Span], contents: Iterable[Sequence[Span]]) -> set[int]:
    """Return the first tokens of those quotations, in order, that begin in some content."""
    within: set[int] = set()
    begins = list(map(_first, quotes))
    bounds = [*begins, _NOWHERE]
    for first, stop in chain.from_iterable(contents) if begins else ():
        at = bisect_left(begins, first)
        if bounds[at] < stop:
            within.update(begins[at : bisect_left(begins, stop, at)])
    return within


def cue_tokens(reports: Iterable[Found]) -> set[int]:
    """Return the tokens of all cues of some reports."""
    cues = filter(None, map(_cue, reports))
    return set(chain.from_iterable(starmap(range, cues)))


class Speaker(NamedTuple):
    """One speaker as linked within an article: name, kind, and whom it speaks for."""

    name: str | None
    kind: str
    speaks_for: str | None
    gender: str
    plural: bool
    person: bool = False
