"""A guard on extraction: what looks cut, damaged or left over in a text."""

from __future__ import annotations

from framing.values import Article

__all__ = ["remarks_on"]


def remarks_on(article: Article) -> list[str]:
    """List what looks wrong with an article's text; an empty list for a sound one."""
    remarks = []
    text = article.text
    if text.count('"') % 2 or text.count("“") != text.count("”"):
        remarks.append("odd number of quotation marks")
    if len(text.split()) < 50:
        remarks.append("too short")
    return remarks
