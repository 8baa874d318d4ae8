"""The attributions and the cues of some articles as columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import numpy as np

from framing.analysis.codedcolumns import Coded, Column, Numbers, Rows
from framing.values import Attribution, Cue

if TYPE_CHECKING:
    from framing.analysis.abreast import ReadThrough
    from framing.analysis.sentencelines import Lines

__all__ = ["ReportRows", "cue_rows"]

_OF_KIND = ("kind", "speaker_kind", "cue_class", "rule", "negated", "act")
_OF_REPORT = ("speaker", "speaker_name", "cue")
_SPANS = ("source_span", "cue_span")
_kind_of, _told_of, _spans_of = (attrgetter(*names) for names in (_OF_KIND, _OF_REPORT, _SPANS))
_content_of = attrgetter("content")
_text_of = attrgetter("text")
_NOWHERE = (None, None)


class ReportRows:
    """Turns attributions into rows, and knows the kinds of attributions met so far."""

    def __init__(self) -> None:
        self._kinds: dict[tuple[Any, ...], int] = {}

    def of(self, group: Sequence[ReadThrough], lines: Lines) -> Rows:
        """Return the attributions of some articles, those in boilerplate too."""
        readings = [reading for found in group for reading in found.readings]
        reports = [reading.attributions for reading in readings]
        every = list(chain.from_iterable(reports))
        number = np.repeat(np.arange(len(reports)), list(map(len, reports)))
        kinds = self._kinds
        told = list(zip(*map(_told_of, every), strict=True)) or ((),) * len(_OF_REPORT)
        spans = [(source or _NOWHERE) + (cue or _NOWHERE) for source, cue in map(_spans_of, every)]
        source_start, source_end, cue_start, cue_end = (
            zip(*spans, strict=True) if spans else ((),) * 4
        )
        return {
            "document": number,
            "report_kind": np.array(
                [kinds.setdefault(kind, len(kinds)) for kind in map(_kind_of, every)], np.int64
            ),
            **dict(zip(_OF_REPORT, told, strict=True)),
            "source_start": source_start,
            "source_end": source_end,
            "cue_start": cue_start,
            "cue_end": cue_end,
            "content": [list(map(list, report.content)) for report in every],
            "words": [count for found in group for of_one in found.reported for count in of_one],
            "reader": list(chain.from_iterable([r.reader] * len(r.attributions) for r in readings)),
            **_placed(every, number, lines),
        }

    def columns(self, rows: Rows) -> dict[str, Column]:
        """Return all columns, what is the same for each kind by the kind's number."""
        kinds = list(self._kinds)
        return {
            **rows,
            **{
                name: Coded([kind[at] for kind in kinds], rows["report_kind"])
                for at, name in enumerate(_OF_KIND)
            },
        }


def _placed(reports: Sequence[Attribution], documents: Numbers, lines: Lines) -> Rows:
    """Say in which sentence and zone each attribution begins to report."""
    starts = [report.content[0][0] if report.content else 0 for report in reports]
    line = lines.holding(documents, np.array(starts, np.int64))
    sentence = line - lines.first[documents]
    if len(reports) and sentence.min() < 0:
        raise IndexError("something is reported in a document without sentences")
    zones = list(map(lines.zones.__getitem__, line.tolist()))
    told = list(map(bool, map(_content_of, reports)))
    if all(told):
        return {"sentence": sentence.tolist(), "zone": zones}
    return {
        "sentence": [
            at if here else None for at, here in zip(sentence.tolist(), told, strict=True)
        ],
        "zone": [zone if here else None for zone, here in zip(zones, told, strict=True)],
    }


def cue_rows(group: Sequence[ReadThrough], lines: Lines) -> Rows:
    """Return the cues of some articles."""
    documents = [document for found in group for document in found.documents]
    cues = [each for found in group for each in found.cues]
    every = list(chain.from_iterable(cues))
    number = np.repeat(np.arange(len(cues)), list(map(len, cues)))
    cells = zip(*every, strict=True) if every else ((),) * len(Cue._fields)
    rows: Rows = dict(zip(Cue._fields, cells, strict=False))
    for name in ("start", "end", "sentence"):
        rows[name] = np.array(rows[name], np.int64)
    line = lines.first[number] + rows["sentence"]
    zones = lines.zones
    rows["zone"] = list(map(zones.__getitem__, line.tolist()))
    rows["text"] = [
        text[cue[0] : cue[1]]
        for text, several in zip(map(_text_of, documents), cues, strict=True)
        for cue in several
    ]
    rows["document"] = number
    return rows
