"""A document cut into stretches of one voice."""

from __future__ import annotations

from framing.values import Document, Reading
from framing.voice import decide

__all__ = ["voice_segments"]


def voice_segments(document: Document, reading: Reading) -> list[tuple[int, int, str]]:
    """Cut the sentences wherever the voice may change, and say whose each piece is.

    Parameters
    ----------
    document
        The document; sentences in boilerplate are left out.
    reading
        What a voice reader found in it.

    Returns
    -------
    list of (start, end, voice)
        In order, never across a sentence's end; empty pieces are left out.

    Examples
    --------
    >>> text = "“Go,” he said."
    >>> document = Document("a", "text", text, ((0, 14),), ((0, 14),), ("lead",))
    >>> voice_segments(document, Reading((), (), ((0, 5),)))
    [(0, 5, 'own'), (5, 14, 'own')]
    """
    cuts = sorted(
        {
            edge
            for spans in (
                reading.quotations,
                [span for one in reading.attributions for span in one.content],
                [(scope.start, scope.end) for scope in reading.distancings],
            )
            for span in spans
            for edge in span
        }
    )
    text = document.text
    pieces: list[tuple[int, int]] = []
    index = 0
    for (start, end), zone in zip(document.sentences, document.zones, strict=True):
        while index < len(cuts) and cuts[index] <= start:
            index += 1
        at = start
        while index < len(cuts) and cuts[index] < end:
            if zone != "boilerplate" and text[at : cuts[index]].strip():
                pieces.append((at, cuts[index]))
            at = cuts[index]
            index += 1
        if zone != "boilerplate" and text[at:end].strip():
            pieces.append((at, end))
    return [
        (start, end, decision.voice)
        for (start, end), decision in zip(pieces, decide(reading, pieces), strict=True)
    ]
