"""What stands like a source and its reporting word and reports nothing: works read, rubrics."""

from __future__ import annotations

from framing.language.reportwords import BEARING_WORDS, READS
from framing.values import Span
from framing.voice.tags import Tag
from framing.voice.titledquotes import names_after
from framing.voice.unitreader import UnitReader

__all__ = ["is_rubric", "reads_title"]


def reads_title(reader: UnitReader, source: Span | None, at: int, start: int) -> bool:
    """Whether people read a work, and no sign reads so: "read “The Tempest”"."""
    if source is None or reader.lowered[at] not in READS or not names_after(reader, start):
        return False
    words = [reader.lowered[index] for index in range(*source)]
    bears = not BEARING_WORDS.isdisjoint(words)
    written = any("document" in reader.sources.get(word, ()) for word in words)
    return not bears and not written and not _is_speech(reader, start)


def _is_speech(reader: UnitReader, start: int) -> bool:
    """Whether a quotation ends like something said."""
    closing = reader.mask.find(Tag.CLOSE, start, reader.end)
    cut = reader.mask.find(Tag.CUT, start, reader.end)
    return closing > start and not start < cut < closing


def is_rubric(reader: UnitReader, source: Span) -> bool:
    """Whether a source is one word that heads a text, as a page prints it: "Story", "Analysis"."""
    first, stop = source
    alone = stop == first + 1 and first == reader.low
    return alone and "not-a-source" in reader.sources.get(reader.lowered[first], ())
