"""The namings of some articles as columns: each with its words, place, voice and target."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from framing.analysis.codedcolumns import Coded, Column, Rows, chosen, kept_of
from framing.analysis.counting import wording_of
from framing.stance import negated_spans
from framing.values import Document, Reading, Span
from framing.voice import Seen, decide, is_uncertain, own_rates, place_in_sentence

if TYPE_CHECKING:
    from framing.analysis.abreast import ReadThrough
    from framing.analysis.sentencelines import Lines
    from framing.matching.entries import Entry

__all__ = ["MentionRows"]


class _Kind(NamedTuple):
    """What is decided of a naming, but for who says it; many namings are of one kind."""

    voice: str
    rule: str
    distanced: bool
    voice_broad: str
    act: str | None
    cue_class: str | None
    place: str


_OF_ENTRY = ("lexicon", "concept", "variant", "intensity", "loaded", "weight")
_OF_KIND = ("voice", "rule", "distanced", "voice_broad", "act", "cue_class")
_of_report = attrgetter("act", "cue_class")
_OF_SPEAKER = ("speaker", "speaker_name", "speaker_kind", "cue")


class MentionRows:
    """Turns what was found into rows of the mentions, and knows the kinds met so far."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries
        self._rates = own_rates()
        self._numbers: dict[_Kind | tuple[Any, ...], int] = {}
        self._kinds: list[_Kind] = []
        self._told: list[tuple[Seen, float]] = []

    def of(self, group: Sequence[ReadThrough], lines: Lines) -> Rows:
        """Return the namings of some articles."""
        parts = [
            part
            for found in group
            for part in zip(found.documents, found.readings, found.cues, found.hits, strict=True)
        ]
        sizes = [len(hits) for *_, hits in parts]
        hits = list(chain.from_iterable(hits for *_, hits in parts))
        starts, ends, numbers, bindings = zip(*hits, strict=True) if hits else ((),) * 4
        rows: Rows = {"document": np.repeat(np.arange(len(parts)), sizes)}
        for name, cells in (("start", starts), ("end", ends), ("entry", numbers)):
            rows[name] = np.array(cells, np.int64)
        rows["bindings"] = bindings
        _place(rows, lines)
        kept = _in_paragraphs(rows, [document for document, *_ in parts])
        if kept is not None:
            rows = {name: kept_of(column, kept) for name, column in rows.items()}
        self._say(rows)
        self._hear(rows, parts, lines)
        del rows["line"], rows["last"]
        return rows

    def _say(self, rows: Rows) -> None:
        """Add toward whom each naming is, and which way, and how strong its entry is."""
        slots = rows["bindings"]
        entries = [self.entries[number] for number in rows["entry"].tolist()]
        own = [entry.direction for entry in entries]
        rows["loaded"] = [entry.loaded for entry in entries]
        rows["intensity"] = [entry.intensity for entry in entries]
        rows["target"] = [slot[0][1] if slot else None for slot in slots]
        rows["direction"] = [
            slot[0][2] if slot else otherwise for slot, otherwise in zip(slots, own, strict=True)
        ]
        rows["bindings"] = [[_as_mapping(*slot) for slot in several] for several in slots]

    def _hear(self, rows: Rows, parts: Sequence[Any], lines: Lines) -> None:
        """Add the words of each naming, whose they are, and whether a negation stands before."""
        spans = list(zip(rows["start"].tolist(), rows["end"].tolist(), strict=True))
        places = [
            place_in_sentence(start, first, last, zone)
            for (start, _), first, last, zone in zip(
                spans, rows["sentence_start"].tolist(), lines.ends[rows["line"]].tolist(),
                rows["zone"], strict=True,
            )
        ]  # fmt: skip
        texts: list[str] = []
        negated: list[bool] = []
        kinds: list[int] = []
        said: list[int] = []
        reports = 0
        bounds = np.searchsorted(rows["document"], np.arange(len(parts) + 1)).tolist()
        for (document, reading, cues, _), first, last in zip(
            parts, bounds, bounds[1:], strict=False
        ):
            if first < last:
                text, named = document.text, spans[first:last]
                texts += [text[start:end] for start, end in named]
                negated += negated_spans(document, cues, named)
                self._decide(reading, named, places[first:last], reports, kinds, said)
            reports += len(reading.attributions)
        rows["text"], rows["negated"] = texts, negated
        rows["wording"] = list(map(wording_of, texts))
        rows["kind"], rows["said"] = np.array(kinds, np.int64), np.array(said, np.int64)
        rows["voice"] = [self._kinds[kind].voice for kind in kinds]
        rows["told"] = [self._told[kind] for kind in kinds]

    def _decide(
        self,
        reading: Reading,
        spans: Sequence[Span],
        places: Iterable[str],
        reports: int,
        kinds: list[int],
        said: list[int],
    ) -> None:
        """Add the kind of each naming of a document, and the number of the report that holds it."""
        known, told = self._numbers, reading.attributions
        for decision, place in zip(decide(reading, spans), places, strict=True):
            voice, rule, speaker, distanced, broad, within = decision
            said.append(-1 if speaker is None else reports + speaker)
            act, cue_class = (None, None) if within is None else _of_report(told[within])
            kind = (voice, rule, distanced, broad, act, cue_class, place)
            number = known.get(kind)
            kinds.append(self._new_kind(_Kind(*kind)) if number is None else number)

    def _new_kind(self, kind: _Kind) -> int:
        """Take in a kind not met before; return its number."""
        seen = Seen(kind.voice, kind.rule, kind.act or "", kind.cue_class or "", kind.place)
        self._kinds.append(kind)
        self._told.append((seen, self._rates.probability(seen)))
        number = self._numbers[kind] = len(self._kinds) - 1
        return number

    def columns(self, rows: Rows, reports: Mapping[str, Column]) -> dict[str, Column]:
        """Return the columns of the table that are said by kind, entry or report."""
        used, entry = np.unique(rows["entry"], return_inverse=True)
        entries = [self.entries[number] for number in used.tolist()]
        columns: dict[str, Column] = {
            name: Coded([getattr(each, name) for each in entries], entry) for name in _OF_ENTRY
        }
        columns["toward"] = Coded([each.slot for each in entries], entry)
        for at, name in enumerate(_OF_KIND):
            columns[name] = Coded([kind[at] for kind in self._kinds], rows["kind"])
        shares = [share for _, share in self._told]
        columns["p_own"] = Coded(shares, rows["kind"])
        columns["uncertain"] = Coded(list(map(is_uncertain, shares)), rows["kind"])
        columns |= {name: chosen(reports[name], rows["said"]) for name in _OF_SPEAKER}
        return columns


def _as_mapping(
    slot: str, target: str | None, direction: int, start: int | None, end: int | None, rule: str
) -> dict[str, Any]:
    return {
        "slot": slot, "target": target, "direction": direction, "start": start, "end": end,
        "rule": rule,
    }  # fmt: skip


def _place(rows: Rows, lines: Lines) -> None:
    """Add in which sentence each naming begins, in which it ends, and in which zone."""
    documents = rows["document"]
    line = rows["line"] = lines.holding(documents, rows["start"])
    last = rows["last"] = lines.holding(documents, rows["end"] - 1)
    rows["sentence"] = line - lines.first[documents]
    rows["sentence_start"], rows["sentence_end"] = lines.starts[line], lines.ends[last]
    rows["zone"] = list(map(lines.zones.__getitem__, line.tolist()))


def _in_paragraphs(rows: Rows, documents: Sequence[Document]) -> list[int] | None:
    """Return which namings lie in one paragraph; None where all do.

    Words of two paragraphs name nothing together. A sentence never runs over a paragraph's end.
    """
    over = set()
    for at in np.flatnonzero(rows["line"] != rows["last"]).tolist():
        starts = [start for start, _ in documents[rows["document"][at]].paragraphs]
        first, last = rows["start"][at], rows["end"][at] - 1
        if len(starts) > 1 and bisect_right(starts, first) != bisect_right(starts, last):
            over.add(at)
    return [at for at in range(len(rows["line"])) if at not in over] if over else None
