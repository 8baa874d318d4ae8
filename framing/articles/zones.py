"""What each paragraph is: headline, lead, body, caption or boilerplate."""

from __future__ import annotations

import re
from collections.abc import Sequence

from framing.values import Span, Zone

__all__ = ["zones_of"]

_CAPTION = re.compile(
    r"\(?(?:file )?(?:photo|picture|image)s?\b"
    r"|this (?:aerial )?(?:file )?(?:picture|photo|image)\b",
    re.IGNORECASE,
)
_CREDITED = re.compile(r"\((?:file )?(?:photo|picture|image|credit)s?\b[^()]{0,80}\)\s*$", re.I)
_LEFT_OVER = re.compile(
    r"""(?:read\ more|share\ this|advertisement|sign\ up\ (?:for|to)|related(?:\ stories)?:
        |follow\ us|copyright\b|©|all\ rights\ reserved|updated\ \d|home\s*[/>»|]|news\s*[/>»|]
        |click\ here\ to)""",
    re.IGNORECASE | re.VERBOSE,
)
_TRAILER = re.compile(r".{0,40}website can (?:also )?be accessed\b", re.IGNORECASE)


def zones_of(text: str, paragraphs: Sequence[Span], title: str | None) -> list[Zone]:
    """Return the zone of each paragraph of `text`."""
    zones: list[Zone] = []
    trailing = False
    lead_seen = headline_seen = False
    for number, (start, end) in enumerate(paragraphs):
        trailing = trailing or _TRAILER.match(text, start, end) is not None
        if trailing or (end - start < 200 and _LEFT_OVER.match(text, start, end)):
            zones.append("boilerplate")
        elif end - start < 400 and (
            _CREDITED.search(text, start, end) or _CAPTION.match(text, start, end)
        ):
            zones.append("caption")
        elif not lead_seen and not headline_seen and _is_headline(text, paragraphs, number, title):
            zones.append("headline")
            headline_seen = True
        elif not lead_seen:
            zones.append("lead")
            lead_seen = True
        else:
            zones.append("body")
    return zones


def _is_headline(text: str, paragraphs: Sequence[Span], number: int, title: str | None) -> bool:
    start, end = paragraphs[number]
    words = text[start:end].split()
    if title and " ".join(words) == " ".join(title.split()):
        return True
    return (
        number + 1 < len(paragraphs)
        and len(words) <= 25
        and text[end - 1] not in ".!?…:;,”\"'’)"
        and not text[start].islower()
    )
