"""Quotation marks that a text holds as entities of HTML: "&quot;I am&quot;", "&ldquo;"."""

from __future__ import annotations

import re
from dataclasses import replace

from framing.values import Attribution, Document, Reading

__all__ = ["as_written", "without_entities"]

_MARK = re.compile(r"&(?P<name>quot|[lr]dquo|[lr]aquo|#0?34|#171|#187|#822[01]);")
_OPENING = frozenset(("ldquo", "laquo", "#171", "#8220"))
#: The blanks that `without_entities` fills with.
_FILLED = re.compile(r"(?<=“) {4,}| {4,}(?=”)")
_EITHER = frozenset(("quot", "#34", "#034"))


def without_entities(document: Document) -> Document:
    """Return a document in which entities of quotation marks are these marks, as long as it was.

    Blanks fill what an entity has more, on the inner side of the mark, so that every offset stays.

    Examples
    --------
    >>> text = "&quot;I am,&quot; he said."
    >>> without_entities(Document("a", "text", text, (), (), ())).text
    '“     I am,     ” he said.'
    """
    text = document.text
    if "&" not in text or _MARK.search(text) is None:
        return document
    return replace(document, text=_MARK.sub(_plain, text))


def as_written(reading: Reading, text: str) -> Reading:
    """Return the reading of a document that had entities, with its words as `text` has them.

    Examples
    --------
    >>> text = "He told &quot;Radio Norlan&quot; so."
    >>> plain = "“     Radio Norlan     ”"
    >>> told = Attribution(
    ...     "indirect", plain, None, "institution", None, None, (8, 32), None, (), "said"
    ... )
    >>> as_written(Reading((told,), (), ()), text).attributions[0].speaker
    '&quot;Radio Norlan&quot;'
    """

    def written(told: Attribution) -> Attribution:
        source, cue = told.source_span, told.cue_span
        return told._replace(
            speaker=told.speaker if source is None else text[slice(*source)],
            cue=told.cue if cue is None else text[slice(*cue)],
            speaker_name=told.speaker_name and _FILLED.sub("", told.speaker_name),
            speaks_for=told.speaks_for and _FILLED.sub("", told.speaks_for),
        )

    return replace(reading, attributions=tuple(map(written, reading.attributions)))


def _plain(found: re.Match[str]) -> str:
    """Return the mark that an entity stands for, and blanks."""
    name, at = found.group("name"), found.start()
    opens = name in _OPENING
    if name in _EITHER:
        opens = at == 0 or found.string[at - 1] in " \n\t([—–"
    blanks = " " * (len(found.group()) - 1)
    return f"“{blanks}" if opens else f"{blanks}”"
