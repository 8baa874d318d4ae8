"""What holds for every kind of chart: files, style, names, empty data, words for the blind."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import matplotlib
import pytest
from matplotlib.figure import Figure
from PIL import Image

from framing.charts import KINDS, chart, style, to_svg
from framing.comparison import Comparison
from framing.errors import SettingsError

kinds = pytest.mark.parametrize("kind", list(KINDS))


@pytest.mark.slow
@kinds
def test_same_data_gives_the_same_bytes(kind: str, comparison: Comparison, tmp_path: Path) -> None:
    """PNG, SVG and PDF are byte-identical when drawn again."""
    displays = [KINDS[kind].from_comparison(comparison).plot() for _ in range(2)]
    # Embedding fonts in PDF takes seconds; one bar chart and one of points stand for all.
    for ending in ("png", "svg", "pdf") if kind in {"naming", "words"} else ("png", "svg"):
        path = tmp_path / f"a.{ending}"
        first, second = (display.save(path, dpi=50).read_bytes() for display in displays)
        assert first == second


@kinds
def test_png_has_300_dots_an_inch(kind: str, comparison: Comparison, tmp_path: Path) -> None:
    """Pictures are fit for print, and say what they show."""
    with Image.open(chart(kind, comparison, tmp_path / "a.png")) as image:
        assert round(image.info["dpi"][0]) == 300
        assert image.info["Description"] == KINDS[kind].from_comparison(comparison).alt


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "coverage"])
def test_empty_data_is_drawn_as_words(kind: str, empty: Comparison, tmp_path: Path) -> None:
    """Nothing found gives a chart that says so, not an error."""
    display = KINDS[kind].from_comparison(empty).plot()
    words = [t.get_text() for t in display.ax_.texts]
    assert any("othing to draw" in text for text in words)
    assert "othing to draw" in display.alt
    assert display.save(tmp_path / "a.png", dpi=50).stat().st_size > 1000


@kinds
def test_global_style_is_untouched_and_pyplot_not_needed(kind: str, comparison: Comparison) -> None:
    """Drawing changes no setting, whatever the caller's settings are."""
    with matplotlib.rc_context({"font.size": 23, "text.usetex": True, "axes.facecolor": "red"}):
        before = dict(matplotlib.rcParams)
        display = KINDS[kind].from_comparison(comparison).plot()
        assert dict(matplotlib.rcParams) == before
        assert display.ax_.title.get_fontsize() < 23


@kinds
def test_axes_of_the_caller_are_drawn_on(kind: str, comparison: Comparison) -> None:
    """`plot(ax)` draws there and returns the display."""
    ax = Figure().add_subplot()
    display = KINDS[kind].from_comparison(comparison)
    assert display.plot(ax) is display
    assert display.ax_ is ax
    assert ax.has_data()


@kinds
def test_page_svg_is_one_element_with_words_and_own_ids(kind: str, comparison: Comparison) -> None:
    """SVG for pages parses, has role, title and description, and ids under the kind's prefix."""
    display = KINDS[kind].from_comparison(comparison)
    root = ET.fromstring(to_svg(display))  # noqa: S314 - our own output
    assert root.get("role") == "img"
    names = {node.get("id"): node.text for node in root.iter() if node.get("id")}
    assert all(name.startswith(kind[:2]) for name in names)
    assert len({one[:2] for one in KINDS}) == len(KINDS)
    title, description = root.get("aria-labelledby", "").split()
    assert names[title] == display.title
    assert names[description] == display.alt
    referred = {n.get("href", "#")[1:] for n in root.iter() if n.tag.endswith("}use")}
    assert referred <= set(names)


@kinds
def test_hard_outlet_names_survive(kind: str, hard: tuple[str, Comparison], tmp_path: Path) -> None:
    """Right-to-left, very long, markup and mathematics in a name are drawn as they are."""
    name, made = hard
    options = {"outlets": [name, "Wire"]} if kind == "dumbbell" else {}
    options |= {"outlet_a": name} if kind == "pairs" else {}
    options |= {"outlet": name} if kind in {"words", "shift"} else {}
    display = KINDS[kind].from_comparison(made, **options)
    assert name in display.alt
    root = ET.fromstring(to_svg(display))  # noqa: S314 - our own output
    assert not any(node.tag.endswith("}b") for node in root.iter())
    assert "".join(root.itertext()).count("صحيفة") >= 2
    assert display.save(tmp_path / "a.png", dpi=50).exists()


@kinds
def test_one_outlet_is_enough(kind: str, alone: Comparison, tmp_path: Path) -> None:
    """With one outlet a chart is drawn, or says in words what it lacks."""
    display = KINDS[kind].from_comparison(alone).plot()
    assert "Herald" in display.alt or "othing to draw" in display.alt
    assert len(display.data) or any("othing to draw" in t.get_text() for t in display.ax_.texts)


@kinds
def test_data_can_be_written_as_csv(kind: str, comparison: Comparison) -> None:
    """What is drawn goes into a flat table: no cell holds a list or an object."""
    data = KINDS[kind].from_comparison(comparison).data
    assert len(data)
    assert list(data.columns) == [*KINDS[kind].columns, *KINDS[kind].more]
    assert data.to_csv(index=False).count("\n") == len(data) + 1


@kinds
def test_order_is_drawn(kind: str, comparison: Comparison) -> None:
    """The outlets named come first, in that order."""
    options = {"outlet_a": "Wire", "outlet_b": "People's Voice"} if kind == "pairs" else {}
    options |= {"outlets": ["Wire", "People's Voice"]} if kind == "dumbbell" else {}
    display = KINDS[kind].from_comparison(comparison, order=["Wire", "People's Voice"], **options)
    names = [name for name in display.outlets() if "−" not in name]
    assert names[:2] in (["Wire", "People's Voice"], ["Wire", "all others"])


@kinds
def test_words_do_not_overlap(kind: str, comparison: Comparison) -> None:
    """No two pieces of text in a chart lie over one another."""
    display = KINDS[kind].from_comparison(comparison).plot()
    ax = display.ax_
    display.figure_.draw_without_rendering()
    frame = ax.get_window_extent().padded(20)
    legend = ax.get_legend()
    ticks = [*ax.get_xticklabels(), *ax.get_yticklabels()]
    ticks = [t for t in ticks if frame.overlaps(t.get_window_extent())]
    texts = [*ax.texts, *ticks, ax._left_title, ax.xaxis.label, ax.yaxis.label]
    texts += legend.get_texts() if legend else []
    boxes = [(t.get_text(), t.get_window_extent()) for t in texts if t.get_text().strip()]
    for i, (words, box) in enumerate(boxes):
        for other, beside in boxes[i + 1 :]:
            across = min(box.x1, beside.x1) - max(box.x0, beside.x0)
            down = min(box.y1, beside.y1) - max(box.y0, beside.y0)
            assert across < 1.5 or down < 1.5, f"{words!r} lies over {other!r}"


@kinds
def test_title_note_and_repr(kind: str, comparison: Comparison) -> None:
    """Every display takes a title and a note, and shows itself in a notebook."""
    display = KINDS[kind].from_comparison(comparison, title="A <title>", note="A note")
    html = display._repr_html_()
    assert "<svg" in html
    assert "A &lt;title&gt;" in html
    assert "A note" in html


@pytest.mark.slow
@kinds
def test_colours_are_drawn(kind: str, comparison: Comparison) -> None:
    """Every colour that a display has can be replaced, and is then seen in what it draws."""
    display = KINDS[kind].from_comparison(comparison)
    names = list(display.palette) or display.outlets()
    colors = dict.fromkeys(names, "#fe01dc")
    drawn = to_svg(KINDS[kind].from_comparison(comparison, colors=colors))
    assert "#fe01dc" in drawn
    assert "#fe01dc" not in to_svg(display)


def test_unknown_kind_names_the_kinds(comparison: Comparison, tmp_path: Path) -> None:
    """A misspelt kind lists what there is and guesses."""
    with pytest.raises(SettingsError, match="Did you mean 'naming'"):
        chart("namng", comparison, tmp_path / "a.png")


def test_unknown_ending_names_the_endings(comparison: Comparison, tmp_path: Path) -> None:
    """A file that is no picture is refused."""
    with pytest.raises(SettingsError, match=r"end the name in \.png, \.svg or \.pdf"):
        chart("naming", comparison, tmp_path / "a.xlsx")


def test_bad_colours_and_orders_are_refused(comparison: Comparison) -> None:
    """A colour that is none, or a bare string for an order, says what to give."""
    with pytest.raises(SettingsError, match="is no colour"):
        KINDS["naming"].from_comparison(comparison, colors={0: "bluish"})
    with pytest.raises(SettingsError, match="does not colour; it colours 0, 1, 2, 3"):
        KINDS["naming"].from_comparison(comparison, colors={"Herald": "red"})
    with pytest.raises(SettingsError, match="give a list of names"):
        KINDS["naming"].from_comparison(comparison, order="Wire")


def test_style_is_a_context() -> None:
    """Inside the context the sheet holds; outside it the caller's settings do."""
    before = matplotlib.rcParams["axes.spines.top"]
    with style():
        assert matplotlib.rcParams["axes.spines.top"] is False
        assert matplotlib.rcParams["svg.hashsalt"] == "framing"
    assert matplotlib.rcParams["axes.spines.top"] == before
