"""One batch of articles in columns: plain lists, filled article by article, framed once.

A frame for each article would cost more than reading it does, so nothing here is an object a
mention: rows go into lists, and a batch of about a thousand articles becomes one DataFrame.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from framing.analysis.corrections import Corrections
from framing.analysis.scores import score_row
from framing.analysis.tables import ATTRIBUTIONS, CUES, MENTIONS, frame
from framing.articles import documents
from framing.stance import find_cues, negated_spans
from framing.values import Article, Attribution, Cue, Decision, Document, Hit, Reading, Span
from framing.voice import VoiceReader, decide

if TYPE_CHECKING:
    import pandas as pd

    from framing.matching import Matcher

__all__ = ["Batch"]

Part = tuple[Document, Reading, list[Cue]]


class Batch:
    """Columns of the four tables for the articles added so far."""

    def __init__(
        self,
        matcher: Matcher,
        reader: VoiceReader,
        corrections: Corrections,
        sentiment: bool,
    ) -> None:
        self._matcher = matcher
        self._reader = reader
        self._corrections = corrections
        self._sentiment = sentiment
        self._mentions: dict[str, list[Any]] = {name: [] for name in MENTIONS}
        self._attributions: dict[str, list[Any]] = {name: [] for name in ATTRIBUTIONS}
        self._cues: dict[str, list[Any]] = {name: [] for name in CUES}
        self._scores: list[dict[str, Any]] = []

    def add(self, article: Article) -> None:
        """Read one article: mentions, attributions, cues, and its row of scores."""
        first = len(self._mentions["start"])
        parts: list[Part] = []
        corrections = self._corrections.for_article(article)
        for document in documents(article):
            reading = self._reader.read(document)
            cues = find_cues(document, reading)
            hits = self._matcher.find(document, article.date)
            parts.append((document, reading, cues))
            self._add_mentions(article, document, reading, cues, hits, corrections)
            self._add_attributions(article, document, reading)
            self._add_cues(article, document, cues)
        mentions = {name: column[first:] for name, column in self._mentions.items()}
        self._scores.append(score_row(article, parts, mentions, sentiment=self._sentiment))

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
        corrections: Mapping[tuple[str, int, int], list[int]],
    ) -> None:
        spans = [(hit.start, hit.end) for hit in hits]
        decisions = decide(reading, spans)
        negated = negated_spans(document, cues, spans)
        place = _placer(document.sentences)
        for hit, decision, is_negated in zip(hits, decisions, negated, strict=True):
            row = self._row(article, document, reading, hit, decision)
            row["negated"] = is_negated
            row["sentence"] = sentence = place(hit.start)
            row["zone"] = document.zones[sentence]
            row["sentence_start"], row["sentence_end"] = document.sentences[sentence]
            places = corrections.get((document.field, hit.start, hit.end))
            if places and not self._corrections.apply(row, places):
                continue
            for name, column in self._mentions.items():
                column.append(row[name])

    def _row(
        self, article: Article, document: Document, reading: Reading, hit: Hit, decision: Decision
    ) -> dict[str, Any]:
        entry = self._matcher.entries[hit.entry]
        said = None if decision.attribution is None else reading.attributions[decision.attribution]
        first = hit.bindings[0] if hit.bindings else None
        return {
            "article_id": article.id,
            "outlet": article.outlet,
            "event": article.event,
            "field": document.field,
            "start": hit.start,
            "end": hit.end,
            "text": document.text[hit.start : hit.end],
            "lexicon": entry.lexicon,
            "concept": entry.concept,
            "variant": entry.variant,
            "toward": entry.slot,
            "target": first.target if first else None,
            "direction": first.direction if first else entry.direction,
            "bindings": [binding._asdict() for binding in hit.bindings],
            "intensity": entry.intensity,
            "loaded": entry.loaded,
            "weight": entry.weight,
            "voice": decision.voice,
            "speaker": said.speaker if said else None,
            "speaker_name": said.speaker_name if said else None,
            "speaker_kind": said.speaker_kind if said else None,
            "cue": said.cue if said else None,
            "rule": decision.rule,
            "distanced": decision.distanced,
        }

    def _add_attributions(self, article: Article, document: Document, reading: Reading) -> None:
        place = _placer(document.sentences)
        for one in reading.attributions:
            sentence = place(one.content[0][0]) if one.content else None
            zone = None if sentence is None else document.zones[sentence]
            if zone == "boilerplate":
                continue
            row = _attribution_row(one, document.text)
            row.update(
                article_id=article.id,
                outlet=article.outlet,
                event=article.event,
                field=document.field,
                sentence=sentence,
                zone=zone,
                reader=reading.reader,
            )
            for name, column in self._attributions.items():
                column.append(row[name])

    def _add_cues(self, article: Article, document: Document, cues: Sequence[Cue]) -> None:
        for cue in cues:
            zone = document.zones[cue.sentence]
            if zone == "boilerplate":
                continue
            row = cue._asdict()
            row.update(
                article_id=article.id,
                outlet=article.outlet,
                event=article.event,
                field=document.field,
                text=document.text[cue.start : cue.end],
                zone=zone,
            )
            for name, column in self._cues.items():
                column.append(row[name])


def _placer(sentences: Sequence[Span]) -> Callable[[int], int]:
    """Return a function from an offset to the number of its sentence."""
    starts = [start for start, _ in sentences]
    return lambda offset: max(0, bisect_right(starts, offset) - 1)


def _attribution_row(one: Attribution, text: str) -> dict[str, Any]:
    source, cue = one.source_span or (None, None), one.cue_span or (None, None)
    return {
        "kind": one.kind,
        "speaker": one.speaker,
        "speaker_name": one.speaker_name,
        "speaker_kind": one.speaker_kind,
        "cue": one.cue,
        "cue_class": one.cue_class,
        "source_start": source[0],
        "source_end": source[1],
        "cue_start": cue[0],
        "cue_end": cue[1],
        "content": [list(span) for span in one.content],
        "rule": one.rule,
        "negated": one.negated,
        "words": sum(len(text[start:end].split()) for start, end in one.content),
    }
