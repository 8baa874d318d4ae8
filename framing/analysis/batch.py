"""One batch of articles in columns: plain lists, a document's rows added at a time, framed once.

A frame for each article would cost more than reading it does, and so would a record for each
mention: what a document holds is turned into columns whole, and a batch of about a thousand
articles becomes one DataFrame a table.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import compress, islice
from typing import TYPE_CHECKING, Any

from framing.analysis.abreast import ReadThrough
from framing.analysis.columns import ATTRIBUTIONS, CUES, MENTIONS, frame
from framing.analysis.corrections import Corrections
from framing.analysis.counting import counted_rows, is_definite, opportunities, wording_of
from framing.analysis.scores import score_row
from framing.stance import WordCounter, negated_spans
from framing.values import Article, Attribution, Cue, Document, Hit, Reading, Span
from framing.voice import (
    Seen,
    decide,
    is_uncertain,
    own_rates,
    place_in_sentence,
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
        self._mentions: Columns = {name: [] for name in MENTIONS}
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
        text, columns = document.text, self._mentions
        starts, ends, numbers, bindings = zip(*hits, strict=True)
        spans = list(zip(starts, ends, strict=True))
        entries = [self._entries[number] for number in numbers]
        voices, rules, said, distanced, broad, within = zip(*decide(reading, spans), strict=True)
        speakers = [None if at is None else reading.attributions[at] for at in said]
        reports = [None if at is None else reading.attributions[at] for at in within]
        sentences = _places(document.sentences, starts)
        bounds = [document.sentences[at] for at in sentences]
        _label(columns, article, document, len(hits))
        columns["start"].extend(starts)
        columns["end"].extend(ends)
        written = [text[start:end] for start, end in spans]
        columns["text"].extend(written)
        columns["wording"].extend(map(wording_of, written))
        columns["counted"].extend([entry.counted for entry in entries])
        for name in _OF_ENTRY:
            columns[name].extend([getattr(entry, name) for entry in entries])
        columns["toward"].extend([entry.slot for entry in entries])
        columns["target"].extend([slots[0].target if slots else None for slots in bindings])
        columns["direction"].extend(
            slots[0].direction if slots else entry.direction
            for slots, entry in zip(bindings, entries, strict=True)
        )
        columns["bindings"].extend([[slot._asdict() for slot in slots] for slots in bindings])
        columns["voice"].extend(voices)
        for name in _OF_SPEAKER:
            columns[name].extend([speaker and getattr(speaker, name) for speaker in speakers])
        columns["voice_broad"].extend(broad)
        columns["act"].extend([report and report.act for report in reports])
        columns["cue_class"].extend([report and report.cue_class for report in reports])
        places = [
            place_in_sentence(start, *bound, document.zones[at])
            for start, bound, at in zip(starts, bounds, sentences, strict=True)
        ]
        likely = self._own_shares(voices, rules, reports, places)
        columns["p_own"].extend(likely)
        columns["uncertain"].extend([is_uncertain(share) for share in likely])
        columns["rule"].extend(rules)
        columns["distanced"].extend(distanced)
        columns["negated"].extend(negated_spans(document, cues, spans))
        columns["zone"].extend([document.zones[at] for at in sentences])
        columns["sentence"].extend(sentences)
        columns["sentence_start"].extend([start for start, _ in bounds])
        lasts = _places(document.sentences, [end - 1 for end in ends])
        columns["sentence_end"].extend([document.sentences[at][1] for at in lasts])

    def _own_shares(
        self,
        voices: Sequence[str],
        rules: Sequence[str],
        reports: Sequence[Attribution | None],
        places: Sequence[str],
    ) -> list[float]:
        """Return how likely each naming is the outlet's own word."""
        shares = []
        for voice, rule, report, place in zip(voices, rules, reports, places, strict=True):
            act, kind = ("", "") if report is None else (report.act, report.cue_class or "")
            seen = Seen(voice, rule, act, kind, place)
            share = self._known.get(seen)
            if share is None:
                share = self._known[seen] = self._rates.probability(seen)
            shares.append(share)
        return shares

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


_OF_ENTRY = ("lexicon", "concept", "variant", "intensity", "loaded", "weight")
_OF_SPEAKER = ("speaker", "speaker_name", "speaker_kind", "cue")
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
