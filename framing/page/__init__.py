"""Everything that writes HTML goes through here: one Jinja environment, one `mark`, one `summary`.

Article text is hostile until shown otherwise. Templates escape by themselves, `mark` escapes the
text it is given, and inline JSON never writes ``<``.
"""

from __future__ import annotations

from framing.page.html import environment, inline_json, sealed, summary
from framing.page.marking import Highlight, clean, isolated, mark, names_apart
from framing.page.pagefile import need_page

__all__ = [
    "Highlight",
    "clean",
    "environment",
    "inline_json",
    "isolated",
    "mark",
    "names_apart",
    "need_page",
    "sealed",
    "summary",
]
