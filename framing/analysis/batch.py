"""One batch of articles in columns: plain lists, a document's rows added at a time, framed once.

A frame for each article would cost more than reading it does, and so would a record for each
mention: what a document holds is turned into columns whole, and a batch of about a thousand
articles becomes one DataFrame a table.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import compress, islice
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from framing.analysis.abreast import ReadThrough
from framing.analysis.columns import ATTRIBUTIONS, CUES, MENTIONS, frame
from framing.analysis.corrections import Corrections
from framing.analysis.counting import counted_rows, is_definite, opportunities, wording_of
from framing.analysis.scores import score_row
from framing.stance import WordCounter, negated_spans
from framing.values import Article, Attribution, Binding, Cue, Document, Hit, Reading, Span
from framing.voice import (
    Seen,
    decide,
    is_uncertain,
    own_rates,
    place_in_sentence,
    seen_in,
)

if TYPE_CHECKING:
    import pandas as pd

    from framing.matching import Matcher

__all__ = ["Batch"]

Columns = dict[str, list[Any]]


class Batch:
    """Columns of the four tables for the articles added so far."""

    def __init__(
        self,
        matcher: Matcher,
        corrections: Corrections,
    ) -> None:
        self._entries = matcher.entries
        self._corrections = corrections
        self._rates = own_rates()
        self._known: dict[Seen, float] = {}
        self._mentions: Columns = {name: [] for name in (*MENTIONS, "seen")}
        self._attributions: Columns = {name: [] for name in ATTRIBUTIONS}
        self._cues: Columns = {name: [] for name in CUES}
        self._scores: list[dict[str, Any]] = []

    def add(self, found: ReadThrough) -> None:
        """Add the rows of an article: mentions, attributions, cues, and its row of scores.

        Whatever is raised on the way, no row of the article stays.
        """
        tables = (self._mentions, self._attributions, self._cues)
        sizes = [len(table["article_id"]) for table in tables]
        scored = len(self._scores)
        try:
            self._add(found)
        except BaseException:
            for table, size in zip(tables, sizes, strict=True):
                for column in table.values():
                    del column[size:]
            del self._scores[scored:]
            self._corrections.withdraw(found.article)
            raise

    def _add(self, found: ReadThrough) -> None:
        article, first = found.article, len(self._mentions["start"])
        for document, reading, cues, hits in zip(
            found.documents, found.readings, found.cues, found.hits, strict=True
        ):
            named = _in_paragraphs(document, hits)
            if named:
                self._add_mentions(article, document, reading, cues, named)
            self._add_attributions(article, document, reading)
            self._add_cues(article, document, cues)
        corrections = self._corrections.for_article(article)
        if corrections:
            self._correct(first, corrections)
        mentions = {name: column[first:] for name, column in self._mentions.items()}
        chosen = zip(_opportune(mentions, found), counted_rows(mentions), strict=True)
        mentions["counted"] = [opportunity and counted for opportunity, counted in chosen]
        self._mentions["counted"][first:] = mentions["counted"]
        self._scores.append(score_row(article, found.features, mentions))

    def frames(self, scores: Mapping[str, str]) -> dict[str, pd.DataFrame]:
        """Return the batch as the four typed DataFrames; `scores` names the score columns."""
        rows = {name: [row.get(name) for row in self._scores] for name in scores}
        return {
            "mentions": frame(self._mentions, MENTIONS),
            "attributions": frame(self._attributions, ATTRIBUTIONS),
            "cues": frame(self._cues, CUES),
            "scores": frame(rows, scores),
        }

    def _add_mentions(
        self,
        article: Article,
        document: Document,
        reading: Reading,
        cues: Sequence[Cue],
        hits: Sequence[Hit],
    ) -> None:
        columns = self._mentions
        _label(columns, article, document, len(hits))
        spans = [hit[:2] for hit in hits]
        self._add_named(document.text, hits)
        sentences = _places(document.sentences, [start for start, _ in spans])
        bounds = [document.sentences[at] for at in sentences]
        zones = [document.zones[at] for at in sentences]
        lasts = _places(document.sentences, [end - 1 for _, end in spans])
        columns["sentence"].extend(sentences)
        columns["sentence_start"].extend([start for start, _ in bounds])
        columns["sentence_end"].extend([document.sentences[at][1] for at in lasts])
        columns["zone"].extend(zones)
        columns["negated"].extend(negated_spans(document, cues, spans))
        places = [
            place_in_sentence(start, *bound, zone)
            for (start, _), bound, zone in zip(spans, bounds, zones, strict=True)
        ]
        self._add_voiced(reading, spans, places)

    def _add_named(self, text: str, hits: Sequence[Hit]) -> None:
        """Add what each naming says, and what its lexicon says of it."""
        columns = self._mentions
        starts, ends, numbers, bindings = zip(*hits, strict=True)
        entries = [self._entries[number] for number in numbers]
        columns["start"].extend(starts)
        columns["end"].extend(ends)
        written = [text[start:end] for start, end in zip(starts, ends, strict=True)]
        columns["text"].extend(written)
        columns["wording"].extend(map(wording_of, written))
        _extend(columns, _OF_ENTRY, map(_entry_facts, entries))
        columns["toward"].extend([entry.slot for entry in entries])
        columns["target"].extend([slots[0].target if slots else None for slots in bindings])
        columns["direction"].extend(
            slots[0].direction if slots else entry.direction
            for slots, entry in zip(bindings, entries, strict=True)
        )
        columns["bindings"].extend(
            [
                [dict(zip(Binding._fields, slot, strict=True)) for slot in slots]
                for slots in bindings
            ]
        )

    def _add_voiced(self, reading: Reading, spans: Sequence[Span], places: Sequence[str]) -> None:
        """Add whose words each naming is, by whom, and how likely the outlet's own."""
        columns, reports = self._mentions, reading.attributions
        voices, rules, said, distanced, broad, within = zip(*decide(reading, spans), strict=True)
        columns["voice"].extend(voices)
        columns["rule"].extend(rules)
        columns["distanced"].extend(distanced)
        columns["voice_broad"].extend(broad)
        speakers = [_NO_SPEAKER if at is None else _speaker_facts(reports[at]) for at in said]
        _extend(columns, _OF_SPEAKER, speakers)
        acts = [None if at is None else reports[at].act for at in within]
        classes = [None if at is None else reports[at].cue_class for at in within]
        columns["act"].extend(acts)
        columns["cue_class"].extend(classes)
        seen = [
            Seen(voice, rule, act or "", kind or "", place)
            for voice, rule, act, kind, place in zip(
                voices, rules, acts, classes, places, strict=True
            )
        ]
        columns["seen"].extend(seen)
        likely = list(map(self._own_share, seen))
        columns["p_own"].extend(likely)
        columns["uncertain"].extend(map(is_uncertain, likely))

    def _own_share(self, seen: Seen) -> float:
        """Return how likely a naming that was seen so is the outlet's own word."""
        share = self._known.get(seen)
        if share is None:
            share = self._known[seen] = self._rates.probability(seen)
        return share

    def _correct(self, first: int, corrections: Mapping[tuple[str, int, int], list[int]]) -> None:
        """Apply a reader's corrections to the mentions of one article, from row `first` on."""
        columns = self._mentions
        for number in range(len(columns["start"]) - 1, first - 1, -1):
            row = {name: column[number] for name, column in columns.items()}
            places = corrections.get((row["field"], row["start"], row["end"]))
            if not places:
                continue
            kept = self._corrections.apply(row, places)
            if row["rule"] == "corrected":  # whose word it is, a reader has said
                row["p_own"], row["uncertain"] = float(row["voice"] == "own"), False
                row["seen"] = seen_in(row)
            for name, column in columns.items():
                column[number : number + 1] = [row[name]] if kept else []

    def _add_attributions(self, article: Article, document: Document, reading: Reading) -> None:
        columns, text = self._attributions, document.text
        found = reading.attributions
        places = _places(
            document.sentences,
            [report.content[0][0] if report.content else _NO_PLACE for report in found],
        )
        sentences = [None if place < 0 else place for place in places]
        if not document.all_counts:
            kept = [at is None or document.counts(at) for at in sentences]
            found = tuple(compress(found, kept))
            sentences = list(compress(sentences, kept))
        _label(columns, article, document, len(found))
        fields = dict(zip(Attribution._fields, zip(*found, strict=True), strict=False))
        for name in _OF_ATTRIBUTION:
            columns[name].extend(fields.get(name, ()))
        for name, spans in (
            ("source", [report.source_span or _NOWHERE for report in found]),
            ("cue", [report.cue_span or _NOWHERE for report in found]),
        ):
            columns[f"{name}_start"].extend([start for start, _ in spans])
            columns[f"{name}_end"].extend([end for _, end in spans])
        columns["content"].extend([[list(span) for span in report.content] for report in found])
        counter = WordCounter(text)
        counts = iter(counter.counts([span for report in found for span in report.content]))
        columns["words"].extend([sum(islice(counts, len(report.content))) for report in found])
        columns["sentence"].extend(sentences)
        columns["zone"].extend([None if at is None else document.zones[at] for at in sentences])
        columns["reader"].extend([reading.reader] * len(found))

    def _add_cues(self, article: Article, document: Document, cues: Sequence[Cue]) -> None:
        columns, text, zones = self._cues, document.text, document.zones
        _label(columns, article, document, len(cues))
        for name, values in zip(Cue._fields, zip(*cues, strict=True), strict=False):
            columns[name].extend(values)
        columns["text"].extend([text[cue[0] : cue[1]] for cue in cues])
        columns["zone"].extend([zones[cue[4]] for cue in cues])


_OF_ENTRY = ("lexicon", "concept", "variant", "intensity", "loaded", "weight", "counted")
_entry_facts = attrgetter(*_OF_ENTRY)
_OF_SPEAKER = ("speaker", "speaker_name", "speaker_kind", "cue")
_speaker_facts = attrgetter(*_OF_SPEAKER)
_NO_SPEAKER = (None,) * len(_OF_SPEAKER)
_OF_ATTRIBUTION = (
    "kind", "speaker", "speaker_name", "speaker_kind", "cue", "cue_class", "rule", "negated",
    "act",
)  # fmt: skip
_NO_PLACE = -2  # before the first sentence, so that no sentence holds it
_NOWHERE = (None, None)


def _opportune(mentions: Columns, found: ReadThrough) -> list[bool]:
    """Say which namings of an article are opportunities for another word."""
    if not {"bound", "placed"} & set(mentions["counted"]):
        return list(mentions["counted"])
    texts = {document.field: document.text for document in found.documents}
    definite = [
        said == "bound" and is_definite(texts[name], start)
        for said, name, start in zip(
            mentions["counted"], mentions["field"], mentions["start"], strict=True
        )
    ]
    return opportunities(mentions, definite, parties=found.names_party)


def _extend(columns: Columns, names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Add rows to the columns of these names."""
    for name, cells in zip(names, zip(*rows, strict=True), strict=True):
        columns[name].extend(cells)


def _label(columns: Columns, article: Article, document: Document, count: int) -> None:
    """Say of `count` rows what article and field they come from."""
    columns["article_id"].extend([article.id] * count)
    columns["outlet"].extend([article.outlet] * count)
    columns["event"].extend([article.event] * count)
    columns["field"].extend([document.field] * count)


def _in_paragraphs(document: Document, hits: list[Hit]) -> list[Hit]:
    """Leave out what runs over a paragraph's end: words of two paragraphs name nothing together."""
    if len(document.paragraphs) < 2:
        return hits
    starts = [start for start, _ in document.paragraphs]
    return [hit for hit in hits if bisect_right(starts, hit[1] - 1) == bisect_right(starts, hit[0])]


def _places(sentences: Sequence[Span], offsets: Iterable[int]) -> list[int]:
    """Return the number of the sentence that each offset is in."""
    starts = [start for start, _ in sentences] or [0]
    starts[0] = -1  # the first sentence holds whatever comes before it
    return [bisect_right(starts, at) - 1 for at in offsets]
