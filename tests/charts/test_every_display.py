"""What holds for every kind of chart: files, room, style, names, empty data, alt text."""

from __future__ import annotations

import importlib
import itertools
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import matplotlib
import matplotlib.style
import pandas as pd
import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from PIL import Image

from framing.articles import Articles
from framing.charts import KINDS, SIZES, chart, style, to_svg
from framing.charts.chartregistry import forget
from framing.charts.display import Display
from framing.charts.graphics import Box, Dot, Drawn, Stroke, Word
from framing.charts.housestyle import luminance
from framing.comparison import Comparison, compare
from framing.errors import SettingsError

kinds = pytest.mark.parametrize("kind", list(KINDS))
#: Widths in points of a page, a column, a telephone's screen in letters of 13, a small subplot.
WIDTHS = {
    "page": (484.0, 8.0),
    "column": (232.0, 7.5),
    "phone": (340.0, 13.0),
    "plot": (190.0, 7.5),
}


def texts(display: Display) -> str:
    """Return all words of a chart as laid out for a page."""
    return " ".join(display.marks(484).words)


def overlaps(drawn: Drawn) -> list[tuple[str, str]]:
    """Return the pairs of words that lie over one another."""
    words = [mark for mark in drawn.marks if isinstance(mark, Word)]
    found = []
    for one, other in itertools.combinations(words, 2):
        (a, b, c, d), (e, f, g, h) = one.box, other.box
        if min(c, g) - max(a, e) > 1.5 and min(d, h) - max(b, f) > 2.0:
            found.append((one.text, other.text))
    return found


DISPLAYS: dict[tuple[str, str], Display] = {}


def made_once(kind: str, which: str, request: pytest.FixtureRequest) -> Display:
    """Return a display of one of the comparisons, made when first asked for."""
    if (kind, which) not in DISPLAYS:
        found = request.getfixturevalue(which)
        comparison = found[1] if which == "hard" else found
        DISPLAYS[kind, which] = KINDS[kind].from_comparison(comparison)
    return DISPLAYS[kind, which]


NUMBERED: list[Comparison] = []


def numbered(comparison: Comparison) -> Comparison:
    """Return the comparison of leanings that are numbers, made once."""
    if not NUMBERED:
        analysis, leanings = comparison.analysis, {"Herald": 70, "People's Voice": 71, "Wire": 72}
        articles = [replace(a, meta={"leaning": leanings[a.outlet or ""]}) for a in
                    analysis.articles]  # fmt: skip
        NUMBERED.append(compare(analysis.with_articles(Articles(articles)), by="leaning"))
    return NUMBERED[0]


@kinds
def test_sides_are_called_what_they_are(kind: str, comparison: Comparison) -> None:
    """Leanings are no outlets, in no line of a chart, and "70" alone names nobody in a title."""
    display = KINDS[kind].from_comparison(numbered(comparison))
    said = [display.title, display.alt, texts(display)]
    assert [word for line in said for word in re.findall(r"\boutlets?\b", line)] == []
    assert re.findall(r"(?<![Ll]eaning )7[0-2]\b", display.title) == []


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


@pytest.mark.parametrize("kind", ["naming", "words"])
def test_png_has_300_dots_an_inch(kind: str, comparison: Comparison, tmp_path: Path) -> None:
    """Pictures are fit for print, and say what they show."""
    with Image.open(chart(kind, comparison, tmp_path / "a.png")) as image:
        assert round(image.info["dpi"][0]) == 300
        assert image.info["Description"] == KINDS[kind].from_comparison(comparison).alt


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "coverage"])
def test_empty_data_is_drawn_as_words(kind: str, empty: Comparison) -> None:
    """Nothing found gives a chart that says so, not an error."""
    display = KINDS[kind].from_comparison(empty)
    assert "othing to draw" in texts(display)
    assert "othing to draw" in display.alt


def test_an_empty_chart_is_a_picture_too(empty: Comparison, tmp_path: Path) -> None:
    """The sentence that nothing was found can be saved."""
    path = KINDS["naming"].from_comparison(empty).save(tmp_path / "a.png", dpi=50)
    assert path.stat().st_size > 1000


@kinds
@pytest.mark.parametrize("room", WIDTHS)
@pytest.mark.parametrize("which", ["comparison", "many", "hard"])
def test_words_lie_inside_the_frame_and_not_over_one_another(
    kind: str, room: str, which: str, request: pytest.FixtureRequest
) -> None:
    """On a page, in a column, on a telephone and in a subplot, whatever the outlets are called."""
    width, base = WIDTHS[room]
    drawn = made_once(kind, which, request).marks(width, base=base)
    assert overlaps(drawn) == []
    for word in (mark for mark in drawn.marks if isinstance(mark, Word)):
        left, top, right, bottom = word.box
        assert left > -1, word.text
        assert right < width + 1, word.text
        assert top > -1, word.text
        assert bottom < drawn.height + 1, word.text


@kinds
def test_what_has_no_room_is_counted_not_drawn(kind: str, comparison: Comparison) -> None:
    """In a low frame every word still lies inside it, and the foot says what is missing."""
    drawn = KINDS[kind].from_comparison(comparison).marks(300, 150, base=7)
    assert drawn.height == 150
    assert max(mark.box[3] for mark in drawn.marks if isinstance(mark, Word)) < 158


@pytest.mark.parametrize("size", SIZES)
def test_sizes_are_those_asked_for(size: str, comparison: Comparison) -> None:
    """A page, a column and a slide have their widths; nothing is taller than a page."""
    wanted = SIZES[size]
    for kind in ("naming", "words"):
        display = KINDS[kind].from_comparison(comparison, size=size).plot()
        width, height = display.figure_.get_size_inches()
        assert width == pytest.approx(wanted.width)
        assert height <= wanted.height + 1e-6
        if wanted.full:
            assert height == pytest.approx(wanted.height)


def test_a_slide_is_filled_but_nothing_is_left_out_for_it(comparison: Comparison) -> None:
    """Letters of a slide grow where there is room; what is drawn stays as many things."""
    for kind in ("voice", "timeline", "heatmap"):
        display = KINDS[kind].from_comparison(comparison, size="slide").plot()
        plain = display.marks(72 * 9.72, 72 * 5.345, base=14)
        drawn = len(display.ax_.patches) + len(display.ax_.lines)
        assert drawn >= len([m for m in plain.marks if isinstance(m, Box | Dot | Stroke)])
        assert max(text.get_fontsize() for text in display.ax_.texts) >= 14 * 1.2


def test_an_unknown_size_names_the_sizes(comparison: Comparison) -> None:
    """The message lists what pictures are for."""
    with pytest.raises(SettingsError, match="page, column, slide"):
        KINDS["naming"].from_comparison(comparison, size="poster")


@kinds
def test_global_style_is_untouched_and_pyplot_not_needed(kind: str, comparison: Comparison) -> None:
    """Drawing changes no setting, whatever the caller's settings are."""
    with matplotlib.rc_context({"font.size": 12, "text.usetex": True, "axes.facecolor": "red"}):
        before = dict(matplotlib.rcParams)
        display = KINDS[kind].from_comparison(comparison).plot()
        assert dict(matplotlib.rcParams) == before
        assert not any(text.get_usetex() for text in display.ax_.texts)


@kinds
def test_subplots_of_the_caller_hold_every_word(kind: str, comparison: Comparison) -> None:
    """On four constrained subplots everything lies in the box of its own axes."""
    figure = Figure(figsize=(11, 9), layout="constrained")
    axes = figure.subplots(2, 2, sharex=True, sharey=True).ravel()
    axes[3].set(xlim=(0, 7), ylim=(0, 3))
    for ax in axes[:2]:
        display = KINDS[kind].from_comparison(comparison)
        assert display.plot(ax) is display
        assert display.ax_ is ax
    figure.draw_without_rendering()
    assert (axes[3].get_xlim(), axes[3].get_ylim()) == ((0, 7), (0, 3)), "shared scales stay"
    for ax in axes[:2]:
        assert ax.texts
        box = ax.get_window_extent()
        for text in ax.texts:
            extent = text.get_window_extent()
            assert extent.x0 > box.x0 - 3, text.get_text()
            assert extent.x1 < box.x1 + 3, text.get_text()
            assert extent.y0 > box.y0 - 3, text.get_text()
            assert extent.y1 < box.y1 + 3, text.get_text()


@pytest.mark.parametrize("dpi", [72, 110, 300])
def test_words_end_inside_the_picture_at_every_resolution(dpi: int, comparison: Comparison) -> None:
    """Letters fitted to a screen's dots are wider than the face says: still nothing is clipped."""
    for kind in ("naming", "pairs", "words", "stance"):
        display = KINDS[kind].from_comparison(comparison).plot()
        display.figure_.set_dpi(dpi)
        display.figure_.draw_without_rendering()
        for text in display.ax_.texts:
            assert text.get_window_extent().x1 < display.figure_.bbox.x1, text.get_text()


@kinds
def test_dark_pages_get_light_words(kind: str, comparison: Comparison) -> None:
    """On the caller's dark background titles and remarks are light."""
    with matplotlib.style.context("dark_background"):
        display = KINDS[kind].from_comparison(comparison).plot()
    assert to_hex(display.figure_.get_facecolor()) == "#000000"
    title, foot = display.ax_.texts[0], display.ax_.texts[-1]
    assert luminance(to_hex(title.get_color())) > 0.8
    assert luminance(to_hex(foot.get_color())) > 0.2


def test_the_callers_faces_sizes_and_colours_are_taken(comparison: Comparison) -> None:
    """Font, text size and cycle of colours of the caller's sheet are those drawn with."""
    cycle = matplotlib.cycler(color=["#aa0011", "#00bb22"])
    with matplotlib.rc_context(
        {"font.family": ["DejaVu Serif"], "font.size": 12, "axes.prop_cycle": cycle}
    ):
        display = KINDS["dumbbell"].from_comparison(comparison).plot()
    plain = KINDS["dumbbell"].from_comparison(comparison).plot()
    assert {text.get_fontfamily()[0] for text in display.ax_.texts} == {"DejaVu Serif"}
    assert {"#aa0011", "#00bb22"} <= {to_hex(line.get_color()) for line in display.ax_.lines}
    sizes = [d.ax_.texts[0].get_fontsize() for d in (display, plain)]
    assert sizes[0] == pytest.approx(1.2 * sizes[1])


def test_eastern_letters_without_a_face_are_said_once(
    comparison: Comparison, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no font holds them, one warning says what to install; with one it is fallen back on."""
    from matplotlib.font_manager import FontEntry, findfont, fontManager

    from framing.charts.painting import EASTERN, faces_of

    western = [font for font in fontManager.ttflist if font.name not in EASTERN]
    monkeypatch.setattr(fontManager, "ttflist", western)
    faces_of.cache_clear()
    display = KINDS["voice"].from_comparison(comparison, title="朝日新聞")
    with pytest.warns(UserWarning, match="Chinese, Japanese or Korean"):
        display.plot()
    eastern = FontEntry(fname=findfont("DejaVu Sans Mono"), name=EASTERN[-1])
    monkeypatch.setattr(fontManager, "ttflist", [*western, eastern])
    faces_of.cache_clear()
    display.plot()
    assert EASTERN[-1] in display.ax_.texts[0].get_fontfamily()
    faces_of.cache_clear()


@kinds
def test_page_svg_is_one_element_with_words_and_own_ids(kind: str, comparison: Comparison) -> None:
    """SVG for pages parses, has role, title and description, and ids under one prefix."""
    display = KINDS[kind].from_comparison(comparison)
    root = ET.fromstring(to_svg(display))  # noqa: S314 - our own output
    assert root.get("role") == "img"
    names = {node.get("id"): node.text for node in root.iter() if node.get("id")}
    assert all(name.startswith(kind[:2]) for name in names)
    title, description = root.get("aria-labelledby", "").split()
    assert names[title] == display.title
    assert names[description] == display.alt
    shown = "".join(root.itertext())
    assert all(word in shown for word in display.marks(700, base=13).words)


@kinds
def test_both_painters_paint_the_same_words(kind: str, comparison: Comparison) -> None:
    """What Matplotlib writes on a page is what was laid out."""
    display = KINDS[kind].from_comparison(comparison).plot()
    said = " ".join(text.get_text() for text in display.ax_.texts).split()
    assert said[:6] == texts(display).split()[:6]


@kinds
def test_hard_outlet_names_survive(kind: str, hard: tuple[str, Comparison]) -> None:
    """Right-to-left, very long, markup and mathematics in a name are drawn as they are."""
    name, made = hard
    options = {"outlets": [name, "Wire"]} if kind == "dumbbell" else {}
    options |= {"outlet_a": name} if kind == "pairs" else {}
    options |= {"outlet": name} if kind in {"words", "shift", "sides"} else {}
    display = KINDS[kind].from_comparison(made, **options)
    assert name in display.alt
    root = ET.fromstring(to_svg(display))  # noqa: S314 - our own output
    assert not any(node.tag.endswith("}b") for node in root.iter())
    assert "".join(root.itertext()).count("صحيفة") >= 2
    assert len(display.plot().ax_.texts) > 3


@kinds
def test_one_outlet_is_enough(kind: str, alone: Comparison) -> None:
    """With one outlet a chart is drawn, or says in words what it lacks."""
    display = KINDS[kind].from_comparison(alone)
    assert "Herald" in display.alt or "othing to draw" in display.alt
    assert len(display.data) or "othing to draw" in texts(display)


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
    options |= {"outlet": "Wire"} if kind == "sides" else {}
    display = KINDS[kind].from_comparison(comparison, order=["Wire", "People's Voice"], **options)
    names = [name for name in display.outlets() if "−" not in name]
    assert names[0] == "Wire"
    assert names[1] in ("People's Voice", "all others", "the other outlets")


@kinds
def test_title_is_the_callers_else_what_was_found(kind: str, comparison: Comparison) -> None:
    """A title and a note given are drawn; else the title is one neutral line; empty is none."""
    display = KINDS[kind].from_comparison(comparison, title="A <title>", note="A note")
    html = display._repr_html_()
    assert "<svg" in html
    assert "A &lt;title&gt;" in html
    assert "A note" in html
    own = KINDS[kind].from_comparison(comparison)
    assert own.title
    assert "\n" not in own.title
    assert not {"bias", "biased", "propaganda"} & set(own.title.lower().split())
    bare = KINDS[kind].from_comparison(comparison, title="")
    assert bare.marks(484).words[0] != own.marks(484).words[0]


@kinds
def test_the_foot_says_what_was_read(kind: str, comparison: Comparison) -> None:
    """Articles, dates and shared events stand under every chart."""
    display = KINDS[kind].from_comparison(comparison)
    assert "articles" in display.about
    assert "2024-01-02" in display.about
    assert "covered by" in display.about
    assert display.about.split(",")[0] in texts(display)


@kinds
def test_colours_are_drawn(kind: str, comparison: Comparison) -> None:
    """Every colour that a display has can be replaced, and is then seen in what it draws."""
    display = KINDS[kind].from_comparison(comparison)
    names = list(display.palette) or display.outlets()
    if kind in ("stance",):
        names = display.outlets()
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


KIND = '''
"""Articles by outlet, as a kind of chart of its own."""

import pandas as pd

from framing.charts.display import Display
from framing.charts.rowed import Axis, ChartRow, draw_rows


class ArticlesDisplay(Display):
    """One bar an outlet."""

    kind = "articles"
    heading = "Articles by outlet"
    question = "Who wrote most?"
    columns = ("outlet", "n")

    @classmethod
    def from_comparison(cls, comparison, **options):
        counts = comparison.material.articles["outlet"].value_counts().sort_index()
        return cls(pd.DataFrame({"outlet": counts.index, "n": counts.to_numpy()}), **options)

    @property
    def alt(self):
        return "; ".join(f"{o} {n}" for o, n in zip(self.data["outlet"], self.data["n"]))

    def _draw(self, canvas):
        def bar(n):
            return lambda plot, y: canvas.box(plot.left, y - 3, plot.x(n) - plot.left, 6, "ink")

        pairs = zip(self.data["outlet"], self.data["n"])
        rows = [ChartRow(name=o, aside=str(n), draw=bar(n)) for o, n in pairs]
        return f"{len(draw_rows(canvas, rows, Axis(0, 10)))} more outlets"
'''


def test_a_kind_is_one_file(
    comparison: Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file in the folder of kinds is all that a kind takes: it is listed, drawn and exported."""
    from framing import charts
    from framing.charts import kinds as folder

    known = dict(KINDS)
    (tmp_path / "articles_chart.py").write_text(KIND, encoding="utf-8")
    monkeypatch.setattr(folder, "__path__", [*folder.__path__, str(tmp_path)])
    importlib.invalidate_caches()
    assert list(KINDS) == [*known, "articles"]
    display = charts.ArticlesDisplay.from_comparison(comparison)
    assert isinstance(display.data, pd.DataFrame)
    assert {"Herald", "3", "Articles by outlet"} <= set(display.marks(484).words)
    assert chart("articles", comparison, tmp_path / "a.png").stat().st_size > 1000
    monkeypatch.undo()
    forget("articles")
    assert dict(KINDS) == known


@kinds
def test_what_is_not_drawn_is_where_the_foot_says(kind: str, comparison: Comparison) -> None:
    """The table named at the foot exists."""
    said = KINDS[kind].from_comparison(comparison).left_out
    named = re.search(r"(comparison|analysis)\.(\w+)", said)
    assert named, said
    owner = comparison if named[1] == "comparison" else comparison.analysis
    assert hasattr(owner, named[2])
