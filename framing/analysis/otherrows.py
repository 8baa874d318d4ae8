"""The attributions and the cues of some articles as columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

import numpy as np

from framing.analysis.coded import Rows, kept_of
from framing.stance import WordCounter
from framing.values import Attribution, Cue

if TYPE_CHECKING:
    from framing.analysis.abreast import ReadThrough
    from framing.analysis.lines import Lines

__all__ = ["attribution_rows", "cue_rows", "report_columns"]

_OF_ATTRIBUTION = (
    "kind", "speaker", "speaker_name", "speaker_kind", "cue", "cue_class", "rule", "negated",
    "act",
)  # fmt: skip
_NOWHERE = (None, None)


def attribution_rows(group: Sequence[ReadThrough], lines: Lines) -> Rows:
    """Return where the attributions of some articles are; `report` numbers them all.

    What is reported in boilerplate is no row.
    """
    documents = [document for found in group for document in found.documents]
    readings = [reading for found in group for reading in found.readings]
    contents = [[each.content for each in reading.attributions] for reading in readings]
    sizes = list(map(len, contents))
    every = list(chain.from_iterable(contents))
    starts = [content[0][0] if content else 0 for content in every]
    number = np.repeat(np.arange(len(sizes)), sizes)
    line = lines.holding(number, np.array(starts, np.int64))
    sentence = line - lines.first[number]
    if len(every) and sentence.min() < 0:
        raise IndexError("something is reported in a document without sentences")
    places = zip(every, sentence.tolist(), line.tolist(), strict=True)
    told = [(at, lines.zones[place]) if content else _NOWHERE for content, at, place in places]
    words: list[int] = []
    for document, of_one in zip(documents, contents, strict=True):
        counted = iter(WordCounter(document.text).counts(list(chain.from_iterable(of_one))))
        words += [sum(islice(counted, len(content))) for content in of_one]
    rows: Rows = {
        "document": number,
        "report": np.arange(len(every)),
        "content": [list(map(list, content)) for content in every],
        "words": words,
        "sentence": [at for at, _ in told],
        "zone": [zone for _, zone in told],
        "reader": list(chain.from_iterable([r.reader] * len(r.attributions) for r in readings)),
    }
    if "boilerplate" in rows["zone"]:
        kept = [at for at, zone in enumerate(rows["zone"]) if zone != "boilerplate"]
        return {name: kept_of(column, kept) for name, column in rows.items()}
    return rows


def report_columns(reports: Sequence[Attribution]) -> dict[str, list[Any]]:
    """Return what attributions say as columns, and where their sources and cues stand."""
    fields = dict(zip(Attribution._fields, zip(*reports, strict=True), strict=False))
    columns = {name: list(fields.get(name, ())) for name in _OF_ATTRIBUTION}
    for name in ("source", "cue"):
        spans = [span or _NOWHERE for span in fields.get(f"{name}_span", ())]
        columns[f"{name}_start"] = [start for start, _ in spans]
        columns[f"{name}_end"] = [end for _, end in spans]
    return columns


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
    rows["zone"] = [zones[at] for at in line.tolist()]
    rows["text"] = [
        document.text[cue[0] : cue[1]]
        for document, several in zip(documents, cues, strict=True)
        for cue in several
    ]
    rows["document"] = number
    return rows
