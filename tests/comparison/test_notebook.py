"""A comparison in a notebook."""

from __future__ import annotations

import framing
from framing.values import Article


def test_shows_itself() -> None:
    """The HTML holds the question and the declared measure; hostile names stay text."""
    articles = [
        Article(str(i), outlet=name, event="e", text="The regime fell. The government sat.")
        for i, name in enumerate(("<b>Post</b>", "Wire"))
    ]
    comparison = framing.compare(framing.analyze(articles, "governments", sentiment=False))
    block = comparison._repr_html_()
    assert "own-voice naming choice" in block
    assert "&lt;b&gt;Post" in block
    assert "<b>Post" not in block
