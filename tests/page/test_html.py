"""The environment escapes, inline JSON can't end its element, and summaries are accessible."""

from __future__ import annotations

import json

import pytest
from jinja2 import UndefinedError

import framing
from framing.page import environment, inline_json, mark, summary


def test_templates_escape_by_themselves() -> None:
    """Any text a template prints is escaped, markup from `mark` is not escaped again."""
    template = environment().from_string("{{ text }}|{{ mark(text, [(0, 1)]) }}")
    assert template.render(text="<i>") == "&lt;i&gt;|<mark>&lt;</mark>i&gt;"


def test_missing_names_are_errors() -> None:
    """A name the caller forgot is an error, not an empty place."""
    with pytest.raises(UndefinedError):
        environment().from_string("{{ title }}").render()


def test_unwritable_characters_never_reach_a_page() -> None:
    """Lone surrogates and NUL print as the replacement character."""
    assert environment().from_string("{{ t }}").render(t="a\x00\ud800") == "a\ufffd\ufffd"


def test_version_is_at_hand() -> None:
    """Templates know the library's version."""
    assert environment().from_string("{{ version }}").render() == framing.__version__


def test_thousands_are_set_apart() -> None:
    """Counts are written with thin spaces."""
    assert environment().from_string("{{ 12345|n }} {{ 7|n }}").render() == "12\u202f345 7"


def test_inline_json_can_not_end_its_element() -> None:
    """No `<`, `>` or `&` is left, and the value reads back the same."""
    value = {"t": "</script><!-- & \u2028", "n": [1, None, True, 0.5]}
    text = str(inline_json(value))
    assert not set("<>&\u2028") & set(text)
    assert "\\u003c/script" in text
    assert json.loads(text) == value


def test_inline_json_refuses_nan() -> None:
    """NaN is no JSON: a caller must write a missing value as None."""
    with pytest.raises(ValueError, match="JSON"):
        inline_json(float("nan"))


def test_summary_shows_rows_and_note_escaped() -> None:
    """Labels head their rows; values and notes are text unless they are markup already."""
    block = summary("A <b>", [("read", "<i>"), ("link", mark("x", [(0, 1)]))], note="n & m")
    assert "<strong>A &lt;b&gt;</strong>" in block
    assert '<tr><th scope="row">read</th><td>&lt;i&gt;</td></tr>' in block
    assert '<tr><th scope="row">link</th><td><mark>x</mark></td></tr>' in block
    assert "n &amp; m" in block


def test_summary_without_note_has_no_empty_paragraph() -> None:
    """No note, no paragraph for it."""
    assert "<small>" not in summary("A", [])
