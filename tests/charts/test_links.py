"""What the numbers of the charts count: the rows a link names are as many as the number says."""

from __future__ import annotations

import itertools
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Any

import pandas as pd
import pytest

from framing.charts import KINDS, to_svg
from framing.charts.canvas import Canvas
from framing.charts.counted import counted_mentions
from framing.comparison import Comparison

kinds = pytest.mark.parametrize("kind", list(KINDS))


def nodes_of(svg: object) -> Iterator[ET.Element]:
    """Walk the nodes of a chart, the root first."""
    yield from ET.fromstring(str(svg)).iter()  # noqa: S314 - the library's own output


def counted(comparison: Comparison, link: dict[str, Any]) -> int:
    """Count the mentions that a link names."""
    if "mentions" in link:
        rows = counted_mentions(comparison)
        return len(rows.iloc[[int(number) for number in link["mentions"].split()]])
    return len(comparison.lines(link))


@kinds
def test_links_name_as_many_rows_as_the_number_says(kind: str, comparison: Comparison) -> None:
    """Every number of a chart carries what it counts, and that is as much as it says."""
    links = KINDS[kind].from_comparison(comparison).marks(484).links
    assert links
    for link in links:
        if "show" not in link:
            assert counted(comparison, dict(link)) == link.get("of", link["n"]), link
        elif link["show"] in ("passages", "cues"):
            assert len(comparison.lines(link)) == link["n"] > 0, link
        elif link["show"] == "uses":
            uses = comparison.lines(link)
            assert len(uses) == link["n"] > 0
            texts = {article.id: article for article in comparison.analysis.articles}
            for use in uses.itertuples():
                whole = getattr(texts[use.article_id], use.field)
                assert whole[use.start : use.end] == use.text
        else:
            assert int(link["n"]) > 0


@kinds
def test_svg_carries_the_links_only_where_asked(kind: str, comparison: Comparison) -> None:
    """A page's SVG has one node a link, seen by screen readers; a notebook's is one picture."""
    display = KINDS[kind].from_comparison(comparison)
    root, *drawn = nodes_of(to_svg(display, links=dict))
    nodes = [node for node in drawn if node.get("class") == "pick"]
    marks = display.marks(700, base=13).marks
    numbers = [link for link, _ in itertools.groupby(mark.link for mark in marks) if link]
    assert len(nodes) == len(numbers)
    assert all(node.get("data-n", "").isdigit() for node in nodes)
    hidden = [node for node in drawn if node.get("aria-hidden") == "true"]
    assert hidden
    assert not any(one in nodes for node in hidden for one in node.iter())
    assert root.get("role") == "group"
    alone = list(nodes_of(to_svg(display)))
    assert alone[0].get("role") == "img"
    assert not any(node.get("class") == "pick" for node in alone)


def test_hatches_lie_on_colours_and_on_paper() -> None:
    """A hatched mark has a pattern of its own, light on dark and dark on light."""
    colors = {"#16385f": "hatchd", "#f7c995": "hatchl", "paper": "hatchp"}

    class Hatched(KINDS["voice"]):
        def _draw(self, canvas: Canvas) -> str:
            for color in colors:
                canvas.box(0, 0, 10, 10, color, hatch=True)
            return ""

    data = pd.DataFrame([("A", "all", "own", 1, 1, 1.0)], columns=list(Hatched.columns))
    drawn = list(nodes_of(to_svg(Hatched(data))))
    ids = {node.get("id") for node in drawn if node.tag.endswith("pattern")}
    used = [n.get("fill")[5:-1] for n in drawn if n.get("fill", "").startswith("url(#")]
    assert set(used) <= ids
    assert [name[-6:] for name in used] == list(colors.values())


def test_names_of_any_kind_stay_names(comparison: Comparison) -> None:
    """What a link says is an attribute's text, whatever characters are in it."""
    data = KINDS["voice"].from_comparison(comparison).data.assign(outlet='A"<b>\x07&')
    names = {node.get("data-outlet") for node in nodes_of(to_svg(KINDS["voice"](data), links=dict))}
    assert names == {None, 'A"<b>\ufffd&'}


def test_a_display_made_by_hand_needs_no_links() -> None:
    """Data without the columns that tell what is counted is drawn all the same."""
    data = pd.DataFrame(
        [("e", "o", "a", 0.5, "x", "c", "v", "neutral", "own")],
        columns=list(KINDS["dispersion"].columns),
    )
    display = KINDS["dispersion"](data)
    assert display.marks(484).links == []
    assert 'role="img"' in to_svg(display, links=dict)
