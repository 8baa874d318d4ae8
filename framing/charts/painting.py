"""The painter on Matplotlib's axes: the caller's fonts, ink and paper, all inside the axes' box."""

from __future__ import annotations

import unicodedata
import warnings
from collections.abc import Iterable
from functools import lru_cache, singledispatch
from typing import TYPE_CHECKING, Any

from framing.charts.graphics import Box, Dot, Drawn, Mark, Stroke, Word
from framing.charts.housestyle import ROLES, Theme, theme
from framing.charts.lettering import Measure, estimated
from framing.page.marking import isolated

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from framing.charts.display import Display, Size

__all__ = ["is_color", "paint_anew", "paint_on"]

_MARGIN = 0.14
# Least width of a picture in em; on narrower axes the letters are smaller.
_LEAST_EM = 24
# Letters fitted to a coarse screen's dots come out this much wider than the face says.
_HINTED = 1.035
# How much larger the letters of a slide may be where it has room, the largest first.
_GROWTHS = (1.4, 1.25, 1.12)

EASTERN = (
    "Noto Sans CJK JP", "Noto Sans CJK SC", "Noto Sans JP", "Noto Sans SC", "Source Han Sans",
    "IPAGothic", "IPAexGothic", "TakaoGothic", "WenQuanYi Zen Hei", "Droid Sans Fallback",
    "Hiragino Sans", "PingFang SC", "Yu Gothic", "Microsoft YaHei", "MS Gothic", "Malgun Gothic",
    "Arial Unicode MS", "Unifont",
)  # fmt: skip
"""Faces that hold Chinese, Japanese and Korean; those installed are fallen back on."""

_EASTERN_LETTERS = range(0x2E80, 0xFB00)


def is_color(color: object) -> bool:
    """Whether Matplotlib knows a colour."""
    from matplotlib.colors import is_color_like

    return is_color_like(color)


def paint_anew(display: Display, size: Size) -> Axes:
    """Paint on a new figure of some size, as high as what is drawn unless the size is full."""
    from matplotlib.figure import Figure

    look = theme(size.text)
    wide, high = size.width - 2 * _MARGIN, size.height - 2 * _MARGIN
    drawn = _laid_out(display, (72 * wide, 72 * high), look, fill=size.full)
    if not size.full:
        high = min(high, _depth(drawn) / 72 + 0.02)
    whole = wide + 2 * _MARGIN, high + 2 * _MARGIN
    figure = Figure(whole, facecolor=look.paper)
    axes: Axes = figure.add_axes(
        (_MARGIN / whole[0], _MARGIN / whole[1], wide / whole[0], high / whole[1])
    )
    axes.patch.set_visible(False)
    _paint(drawn, axes, (72 * wide, 72 * high), look)
    return axes


def _laid_out(display: Display, frame: tuple[float, float], look: Theme, *, fill: bool) -> Drawn:
    """Lay a display out in a frame; to `fill` it letters grow while nothing more is left out."""
    measure = measure_of(look)

    def at(base: float) -> Drawn:
        return display.marks(*frame, base=base, measure=measure, series=look.series)

    drawn = at(look.base)
    for growth in _GROWTHS if fill else ():
        larger = at(look.base * growth)
        if _shown(larger) >= _shown(drawn) and _depth(larger) <= frame[1]:
            return larger
    return drawn


def _shown(drawn: Drawn) -> int:
    """Count what shows a number: bars and points, and words that count something."""
    return sum(isinstance(mark, Box | Dot) or mark.link is not None for mark in drawn.marks)


def paint_on(display: Display, ax: Axes) -> None:
    """Lay the display out in the box of the caller's axes and paint it there."""
    _settle(ax)
    figure = ax.get_figure(root=True)
    box, inch = ax.get_window_extent(), 72 / (figure.dpi if figure is not None else 72)
    width, height = box.width * inch, box.height * inch
    look = theme(8.0, _ground(ax))
    drawn = display.marks(
        width, height, base=min(look.base, max(4.0, width / _LEAST_EM)),
        measure=measure_of(look), series=look.series,
    )  # fmt: skip
    _paint(drawn, ax, (width, height), look)


def _paint(drawn: Drawn, ax: Axes, frame: tuple[float, float], look: Theme) -> None:
    """Paint marks in the box of axes, in points from its upper left corner; scales stay as set."""
    from matplotlib.transforms import Affine2D

    _bare(ax)
    points = Affine2D().scale(1 / frame[0], -1 / frame[1]).translate(0, 1) + ax.transAxes
    _tell_missing(drawn, look)
    for order, mark in enumerate(drawn.marks):
        for artist in artists_of(mark, look):
            artist.set_transform(points)
            artist.set_zorder(2 + order / 1e4)
            artist.set_clip_on(False)
            ax.add_artist(artist)


def _depth(drawn: Drawn) -> float:
    """Return where the lowest line of text ends."""
    return max((mark.box[3] for mark in drawn.marks if isinstance(mark, Word)), default=20.0)


def _settle(ax: Axes) -> None:
    """Let a layout engine place the axes before their box is measured."""
    figure = ax.get_figure(root=True)
    engine = figure.get_layout_engine() if figure is not None else None
    _bare(ax)
    if engine is not None and figure is not None:
        engine.execute(figure)


def _bare(ax: Axes) -> None:
    """Hide scales and spines of these axes alone, which may share them with others."""
    for part in (ax.xaxis, ax.yaxis, *ax.spines.values()):
        part.set_visible(False)


def _ground(ax: Axes) -> str:
    """Return the colour behind what is drawn on a caller's axes."""
    from matplotlib.colors import to_hex, to_rgba

    if ax.patch.get_visible() and to_rgba(ax.get_facecolor())[3] > 0:
        return str(to_hex(ax.get_facecolor()))
    figure = ax.get_figure(root=True)
    return str(to_hex(figure.get_facecolor())) if figure is not None else "#ffffff"


@lru_cache(maxsize=8)
def faces_of(families: tuple[str, ...]) -> tuple[str, ...]:
    """Return the caller's faces with those for East Asian scripts behind them, where installed."""
    from matplotlib.font_manager import fontManager

    here = {font.name for font in fontManager.ttflist}
    return (*families, *(name for name in EASTERN if name in here))


def _tell_missing(drawn: Drawn, look: Theme) -> None:
    """Warn once, in words, where East Asian letters have no face to be drawn in."""
    eastern = any(ord(letter) in _EASTERN_LETTERS for word in drawn.words for letter in word)
    if eastern and not set(faces_of(look.families)) & set(EASTERN):
        warnings.warn(
            "no installed font holds the Chinese, Japanese or Korean letters of this chart, which "
            "are drawn as boxes: install one (such as Noto Sans CJK) or set font.family",
            stacklevel=5,
        )


def measure_of(look: Theme) -> Measure:
    """Return the function that measures words in the theme's face: advances of its letters."""
    from matplotlib.font_manager import FontProperties, findfont, get_font
    from matplotlib.ft2font import LoadFlags

    faces = list(faces_of(look.families))
    fonts = {}
    for bold in (False, True):
        face = FontProperties(family=faces, weight="bold" if bold else "normal")
        fonts[bold] = get_font(findfont(face))
    known: dict[tuple[str, bool], float] = {}

    def advance(letter: str, bold: bool) -> float:
        found = known.get((letter, bold))
        if found is None:
            font = fonts[bold]
            if font.get_char_index(ord(letter)):
                font.set_size(100, 72)
                glyph = font.load_char(ord(letter), flags=LoadFlags.NO_HINTING)
                found = glyph.linearHoriAdvance / 6_553_600
            else:
                found = estimated(letter, 1.0, bold)
            known[letter, bold] = found
        return found

    def measure(text: str, size: float, bold: bool) -> float:
        return _HINTED * size * sum(advance(letter, bold) for letter in text)

    return measure


@singledispatch
def artists_of(mark: Mark, look: Theme) -> Iterable[Any]:
    """Return Matplotlib's artists for a mark."""
    raise TypeError(f"no painter for {type(mark).__name__}")


@artists_of.register
def _(mark: Word, look: Theme) -> Iterable[Any]:
    from matplotlib.text import Text

    yield Text(
        mark.x, mark.y, _from_the_left(mark.text), color=look.ink_of(mark.color, mark.ground),
        size=mark.size, family=faces_of(look.families), weight="bold" if mark.bold else "normal",
        ha=mark.align, va="baseline", rotation=90 if mark.upright else 0, rotation_mode="anchor",
        parse_math=False, usetex=False,
    )  # fmt: skip


@artists_of.register
def _(mark: Box, look: Theme) -> Iterable[Any]:
    from matplotlib.patches import Rectangle

    fill = look.faint(mark.color) if mark.faint else look.color(mark.color)
    role = mark.color in ROLES
    edge = look.color(mark.edge) if mark.edge else None if role else look.edge_of(fill)
    yield Rectangle(
        (mark.x, mark.y), mark.width, mark.height, facecolor=fill,
        edgecolor=edge or (look.over(fill) if mark.hatch else "none"),
        linewidth=0.6 if edge else 0.0, hatch="////" if mark.hatch else None,
        hatchcolor=look.over(fill),
    )  # fmt: skip


@artists_of.register
def _(mark: Stroke, look: Theme) -> Iterable[Any]:
    from matplotlib.lines import Line2D

    xs, ys = zip(*mark.points, strict=True)
    yield Line2D(xs, ys, color=look.color(mark.color), linewidth=mark.width,
                 linestyle="--" if mark.dashed else "-", solid_capstyle="butt")  # fmt: skip


@artists_of.register
def _(mark: Dot, look: Theme) -> Iterable[Any]:
    from matplotlib.lines import Line2D

    color = look.faint(mark.color) if mark.faint else look.color(mark.color)
    yield Line2D(
        [mark.x], [mark.y], linestyle="none", marker=mark.shape, markersize=2 * mark.radius,
        color=color, markerfacecolor=look.paper if mark.hollow else color,
        markeredgecolor=color if mark.hollow else look.edge_of(color) or color,
        markeredgewidth=max(0.6, mark.radius / 4) if mark.hollow else 0.6,
    )  # fmt: skip


def _from_the_left(text: str) -> str:
    """Have a line with names in Arabic or Hebrew read from left to right, each name by itself."""
    turned = any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)
    return f"\u200e{isolated(text)}" if turned else text
