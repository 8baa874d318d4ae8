"""The decisions a person is asked about: every naming, with what framing proposes and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from framing.classroom.arguable import by_the_sheet
from framing.classroom.sheetrecords import Item
from framing.comparison.selecting import concept_labels
from framing.local.workfolder import Place, as_seen
from framing.page import Highlight, mark
from framing.report.rulewords import in_words
from framing.values import VOICES

if TYPE_CHECKING:
    from framing.analysis import Analysis

__all__ = ["PART", "Proposal", "changed_by", "excerpt", "proposals_of"]

PART = 100
"""Decisions of one article on a page."""

_AROUND = 400  # characters of a sentence on either side of a word


@dataclass(frozen=True, slots=True)
class Proposal:
    """One naming to decide on.

    `voice` and `loaded` are framing's reading; `chosen` and `chosen_loaded` what is ticked now:
    the decision, or the proposal while there is none. Where a key takes two answers, `both` are
    these and `argued` says why. `seen` is the decision in one word, empty
    while nobody has decided.
    """

    place: Place
    text: str
    sentence: Markup
    concepts: tuple[str, ...]
    voice: str
    loaded: bool
    why: str
    speaker: str
    unsure: bool
    both: tuple[str, ...]
    argued: str
    chosen: str
    chosen_loaded: bool
    seen: str

    @property
    def name(self) -> str:
        """The name of its fields in the form."""
        return "|".join(map(str, self.place))


def proposals_of(
    analysis: Analysis, decisions: Mapping[Place, Mapping[str, str]]
) -> dict[str, list[Proposal]]:
    """Return the namings of each article in reading order, those of one span as one.

    Parameters
    ----------
    analysis
        The articles as framing reads them, before any decision.
    decisions
        What was decided, by place.
    """
    texts = {
        article.id: {"text": article.text, "title": article.title or ""}
        for article in analysis.articles
    }
    called = concept_labels(analysis)
    spans: dict[Place, list[dict[Any, Any]]] = {}
    rows = analysis.mentions.sort_values(["article_id", "field", "start", "end"])
    for row in rows.to_dict("records"):
        if _is(row["loaded"]) is not None:
            place = (row["article_id"], row["field"], int(row["start"]), int(row["end"]))
            spans.setdefault(place, []).append(row)
    found: dict[str, list[Proposal]] = {article.id: [] for article in analysis.articles}
    for place, group in spans.items():
        text = texts[place[0]][place[1]]
        found[place[0]].append(_proposal(place, group, text, decisions.get(place, {}), called))
    for mine in found.values():
        mine.sort(key=lambda proposal: (proposal.place[1] != "title", proposal.place[2:]))
    return found


def excerpt(text: str, sentence: tuple[int, int], start: int, end: int) -> Markup:
    """Return a sentence with the words from `start` to `end` marked; an endless one is cut.

    Examples
    --------
    >>> print(excerpt("It fell. The regime left.", (9, 25), 13, 19))
    The <mark>regime</mark> left.
    """
    left = max(sentence[0], start - _AROUND)
    right = max(end, min(sentence[1], end + _AROUND))
    marked = mark(text[left:right], [Highlight(start - left, end - left, {})])
    before, after = "… " if left > sentence[0] else "", " …" if right < sentence[1] else ""
    return before + marked + after


def changed_by(
    form: Mapping[str, str], proposals: Iterable[Proposal]
) -> list[tuple[Place, str, dict[str, str]]]:
    """Read the decisions out of a sent form: place, what the window had seen, what was chosen.

    What is chosen as framing proposed it is a decision too: it says so in the voice. Whether a
    word takes a side is written down where it is not as proposed.
    """
    given = []
    for proposal in proposals:
        chosen = form.get(f"voice|{proposal.name}", "")
        changed: dict[str, str]
        if chosen == "no":
            changed = {"mention": "no"}
        elif chosen in VOICES:
            changed = {"voice": chosen}
            loaded = f"loaded|{proposal.name}" in form
            if loaded is not proposal.loaded:
                changed["loaded"] = "true" if loaded else "false"
        else:
            continue
        given.append((proposal.place, form.get(f"seen|{proposal.name}", ""), changed))
    return given


def _proposal(
    place: Place,
    group: list[dict[Any, Any]],
    text: str,
    decided: Mapping[str, str],
    called: Mapping[tuple[str, str], str],
) -> Proposal:
    row = next((row for row in group if _is(row["counted"])), group[0])
    sentence = (int(row["sentence_start"]), int(row["sentence_end"]))
    start, end = place[2], place[3]
    loaded = any(_is(row["loaded"]) for row in group)
    chosen = "no" if decided.get("mention") == "no" else decided.get("voice", row["voice"])
    item = Item("", *place, text[start:end], "", loaded, row["voice"])
    argued = by_the_sheet(
        item, distanced=bool(_is(row["distanced"])), headline=row["zone"] == "headline"
    )
    return Proposal(
        place,
        text[start:end],
        excerpt(text, sentence, start, end),
        tuple(dict.fromkeys(called[row["lexicon"], row["concept"]] for row in group)),
        row["voice"],
        loaded,
        in_words(row["rule"]),
        _text(row["speaker_name"]) or _text(row["speaker"]),
        bool(_is(row["uncertain"])),
        argued.accepted if argued.also else (),
        argued.why,
        chosen,
        decided.get("loaded", "true" if loaded else "false") == "true",
        as_seen(decided),
    )


def _is(value: Any) -> bool | None:
    """Return a table's cell as true, false, or None where it is missing."""
    return None if value is None or value != value or str(value) == "<NA>" else bool(value)


def _text(value: Any) -> str:
    return "" if value is None or value != value or str(value) == "<NA>" else str(value)
