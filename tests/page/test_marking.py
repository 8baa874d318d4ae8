"""`mark` keeps the text, and every span of it, whatever the text and however spans cross."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from framing.page import Highlight, mark
from framing.page.marking import clean, isolated, names_apart


class Reader(HTMLParser):
    """Collects the text, the text under each id, and whether elements nest."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.open: list[dict[str, str | None]] = []
        self.covered: dict[str, str] = {}
        self.ids: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter an element."""
        assert tag == "mark"
        self.open.append(dict(attrs))
        if "id" in dict(attrs):
            self.ids.append(str(dict(attrs)["id"]))

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        self.open.pop()

    def handle_data(self, data: str) -> None:
        """Collect text under every open element."""
        self.text += data
        for attrs in self.open:
            name = str(attrs["data-span"])
            self.covered[name] = self.covered.get(name, "") + data


def test_text_without_spans_is_escaped() -> None:
    """Markup in the text comes out as text."""
    assert mark("<script>alert('x')</script>", []) == (
        "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"
    )


def test_nested_spans_nest() -> None:
    """A span inside another lies inside its element."""
    assert mark("a big lie", [(2, 9), (6, 9, {"class": "x"})]) == (
        'a <mark>big <mark class="x">lie</mark></mark>'
    )


def test_identical_spans_both_show() -> None:
    """Two spans over the same words give two elements."""
    assert mark("ab", [(0, 2, {"id": "p"}), (0, 2, {"id": "q"})]) == (
        '<mark id="p"><mark id="q">ab</mark></mark>'
    )


def test_touching_spans_do_not_nest() -> None:
    """A span that begins where another ends stands beside it."""
    assert mark("abcd", [(0, 2), (2, 4)]) == "<mark>ab</mark><mark>cd</mark>"


def test_attributes_true_false_and_none() -> None:
    """True writes a bare attribute; False and None write none; numbers are written."""
    marked = mark("a", [(0, 1, {"hidden": True, "lang": None, "dir": False, "tabindex": 0})])
    assert marked == '<mark hidden tabindex="0">a</mark>'


def test_attribute_values_are_escaped() -> None:
    """A quotation mark in a value can't end the attribute."""
    marked = mark("a", [(0, 1, {"data-rule": '" onclick="x'})])
    assert marked == '<mark data-rule="&#34; onclick=&#34;x">a</mark>'


def test_tag_can_be_chosen() -> None:
    """A mark can be a button or a link inside the page."""
    assert mark("a", [Highlight(0, 1, {"href": "#x"}, "a")]) == '<a href="#x">a</a>'


@pytest.mark.parametrize(
    ("span", "message"),
    [
        ((2, 2), "span (2, 2) does not lie in a text of 3 characters"),
        ((0, 4), "span (0, 4) does not lie in a text of 3 characters"),
        ((-1, 2), "span (-1, 2) does not lie"),
        ((0, 1, {"onclick": "x"}), "attribute 'onclick' may not be set"),
        ((0, 1, {"style": "x"}), "attribute 'style' may not be set"),
        ((0, 1, {"a b": "x"}), "attribute 'a b' may not be set"),
        ((0, 1, {"href": "javascript:x"}), "a mark may only link within its page"),
        ((0, 1, {}, "script"), "tag 'script' can't mark text"),
    ],
)
def test_what_may_not_be_marked_is_refused(span: tuple[int, int], message: str) -> None:
    """Bad spans, handlers, styles, outside links and other elements raise, saying which."""
    with pytest.raises(ValueError, match=re.escape(message)):
        mark("abc", [span])


def test_unwritable_characters_keep_offsets() -> None:
    """Control characters and lone surrogates become one replacement character each."""
    assert mark("\x00ab\ud800c", [(1, 3)]) == "\ufffd<mark>ab</mark>\ufffdc"


texts = st.text(st.characters(), min_size=1, max_size=40)


@given(
    texts.flatmap(
        lambda text: st.tuples(
            st.just(text),
            st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=8),
        )
    )
)
def test_any_spans_keep_text_and_coverage(drawn: tuple[str, list[tuple[int, int]]]) -> None:
    """Read back as HTML, the text is whole and each span covers exactly its words."""
    text, pairs = drawn
    spans = [(min(p), max(p)) for p in pairs if p[0] != p[1]]
    marked = mark(
        text,
        [
            (start, end, {"data-span": f"s{i}", "id": f"s{i}"})
            for i, (start, end) in enumerate(spans)
        ],
    )
    read = Reader(str(marked))
    # An HTML reader takes a carriage return as it stands here; only controls were replaced.
    assert read.text == clean(text)
    assert not read.open
    assert sorted(read.ids) == sorted(f"s{i}" for i in range(len(spans)))
    for i, (start, end) in enumerate(spans):
        assert read.covered[f"s{i}"] == clean(text)[start:end]


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("הארץ 3 of 4", "<bdi>הארץ</bdi> 3 of 4"),
        ("הארץ, الجزيرة", "<bdi>הארץ</bdi>, <bdi>الجزيرة</bdi>"),
        ("of ידיעות אחרונות: 2", "of <bdi>ידיעות אחרונות</bdi>: 2"),
        ("Norlan Wire 3 < 4", "Norlan Wire 3 &lt; 4"),
        ("<b>הארץ</b>", "&lt;b&gt;<bdi>הארץ</bdi>&lt;/b&gt;"),
    ],
)
def test_a_name_from_the_right_moves_nothing_beside_it(text: str, apart: str) -> None:
    """Each name stands by itself, on pages as an element, in pictures between isolates."""
    assert names_apart(text) == apart
    in_picture = isolated(text)
    assert str(escape(in_picture)).replace("\u2068", "<bdi>").replace("\u2069", "</bdi>") == apart


def test_a_name_drives_nothing_and_turns_no_line_round() -> None:
    """An outlet is called after its file, and files may be called anything."""
    assert names_apart("Ash\x1b[31m\u202eHerald") == "Ash\ufffd[31m\ufffdHerald"
