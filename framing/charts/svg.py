"""The painter of pages: marks as SVG, their words words, their colours the page's."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import singledispatch
from hashlib import sha256
from typing import TYPE_CHECKING, TypeAlias

from markupsafe import Markup, escape

from framing.charts.graphics import Box, Dot, Drawn, Link, Mark, Stroke, Word
from framing.charts.housestyle import SERIES_COLORS, ink_on
from framing.page.marking import clean, isolated

if TYPE_CHECKING:
    from framing.charts.display import Display

__all__ = ["to_svg"]

Carried: TypeAlias = "Callable[[Link], Mapping[str, str | int | None]]"

_ROLES = {"ink": "#1f2328", "muted": "#6e7781", "grid": "#d0d7de", "band": "#eaedf0",
          "paper": "#ffffff"}  # fmt: skip
_ANCHOR = {"left": "start", "center": "middle", "right": "end"}
_FACE = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"


def to_svg(
    display: Display,
    *,
    links: Carried | None = None,
    width: float = 700,
    text: float = 13,
) -> Markup:
    """Return the chart as an ``<svg>`` element for a page, with its title and alt text.

    It is laid out for `width` pixels and letters of `text` pixels: a page that is read on
    telephones asks for a second one, narrower, in place of shrinking the first. No Matplotlib is
    loaded.

    With `links` marks that count something (those of one number together) are a group of the class
    ``pick`` that carries as ``data-`` attributes what that function returns for what is counted, so
    that the page's script can open the rows; all else is then hidden from screen readers, who have
    the title, the alt text and the numbers.

    Words stay words (they can be searched, read aloud and follow the page's font); ink, paper
    and lines take the page's colours through the CSS variables ``--chart-ink``, ``--chart-paper``,
    ``--chart-muted``, ``--chart-grid``, ``--chart-band`` and ``--chart-series-0`` … ``-7``; ids
    carry a prefix made from what is drawn, so that several charts fit one page.

    Parameters
    ----------
    display : Display
        Any kind of chart.
    links : callable, optional
        Gives for what a mark counts the attributes that its group carries.
    width : float
        Pixels.
    text : float
        Height of letters in pixels.

    Examples
    --------
    >>> import framing
    >>> from framing.charts import NamingDisplay
    >>> news = [
    ...     framing.Article(outlet, outlet, "e", text=f"The {word} left.")
    ...     for outlet, word in [("Ash", "occupation forces"), ("Birch", "foreign troops")]
    ... ]
    >>> comparison = framing.compare(framing.analyze(news, "foreign-forces", sentiment=False))
    >>> drawn = to_svg(NamingDisplay.from_comparison(comparison))
    >>> drawn.startswith("<svg"), "occupation forces" in drawn
    (True, True)
    """
    drawn = display.marks(width, base=text)
    body = "".join(
        _numbers(list(group), links) for _, group in itertools.groupby(drawn.marks, _counted)
    )
    whole = sha256(f"{display.kind}{display.title}{body}".encode("utf-8", "replace")).hexdigest()
    prefix = f"{display.kind[:2]}{whole[:6]}"
    group = links is not None and bool(drawn.links)
    title, alt = escape(clean(display.title or display.kind)), escape(clean(display.alt))
    return Markup(  # noqa: S704 - every text in it was escaped
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(drawn.width)} '
        f'{_n(drawn.height)}" role="{"group" if group else "img"}" '
        f'aria-labelledby="{prefix}title {prefix}desc" '
        f'style="width:100%;max-width:{width:.0f}px;height:auto;font-family:{escape(_FACE)}">'
        f'<title id="{prefix}title">{title}</title><desc id="{prefix}desc">{alt}</desc>'
        f"{_patterns(drawn, prefix)}{body.replace('url(#hatch', f'url(#{prefix}hatch')}</svg>"
    )


def _counted(mark: Mark) -> Link | None:
    return mark.link


def _numbers(marks: Sequence[Mark], links: Carried | None) -> str:
    """Write marks that count one thing: a number to open, else hidden from who hears the page."""
    link = marks[0].link
    if links is None:
        return "".join(_painted(mark, "") for mark in marks)
    if link is None:
        return "".join(_painted(mark, ' aria-hidden="true"') for mark in marks)
    data = {"class": "pick"} | {
        f"data-{name.replace('_', '-')}": clean(str(value))
        for name, value in links(link).items()
        if value is not None
    }
    about = "".join(f' {name}="{escape(value)}"' for name, value in data.items())
    return f"<g{about}>{''.join(_painted(mark, '') for mark in marks)}</g>"


@singledispatch
def _painted(mark: Mark, about: str) -> str:
    raise TypeError(f"no painter for {type(mark).__name__}")


@_painted.register
def _(mark: Word, about: str) -> str:
    ink = _color(mark.color) if mark.ground == "paper" else _on(mark.ground)
    turned = f' transform="rotate(-90 {_n(mark.x)} {_n(mark.y)})"' if mark.upright else ""
    anchor = "" if mark.align == "left" else f' text-anchor="{_ANCHOR[mark.align]}"'
    weight = ' font-weight="700"' if mark.bold else ""
    return (
        f'<text x="{_n(mark.x)}" y="{_n(mark.y)}" font-size="{_n(mark.size)}" fill="{ink}"'
        f"{anchor}{weight}{turned}{about}>{escape(isolated(clean(mark.text)))}</text>"
    )


@_painted.register
def _(mark: Box, about: str) -> str:
    place = f'x="{_n(mark.x)}" y="{_n(mark.y)}" width="{_n(mark.width)}" height="{_n(mark.height)}"'
    faint = ' fill-opacity="0.33"' if mark.faint else ""
    edge = f' stroke="{_color(mark.edge)}" stroke-width="0.6"' if mark.edge else ""
    box = f'<rect {place} fill="{_color(mark.color)}"{faint}{edge}{about}/>'
    if not mark.hatch:
        return box
    return f'{box}<rect {place} fill="url(#{_hatch(mark)})" pointer-events="none"/>'


@_painted.register
def _(mark: Stroke, about: str) -> str:
    points = " ".join(f"{_n(x)},{_n(y)}" for x, y in mark.points)
    dashes = ' stroke-dasharray="4 3"' if mark.dashed else ""
    return (
        f'<polyline points="{points}" fill="none" stroke="{_color(mark.color)}" '
        f'stroke-width="{_n(mark.width)}"{dashes}{about}/>'
    )


@_painted.register
def _(mark: Dot, about: str) -> str:
    fill = "var(--chart-paper,#ffffff)" if mark.hollow else _color(mark.color)
    look = f'fill="{fill}" stroke="{_color(mark.color)}" stroke-width="1"'
    look += ' opacity="0.4"' if mark.faint else ""
    if mark.shape == "o":
        return f'<circle cx="{_n(mark.x)}" cy="{_n(mark.y)}" r="{_n(mark.radius)}" {look}{about}/>'
    corners = " ".join(f"{_n(x)},{_n(y)}" for x, y in _corners(mark))
    return f'<polygon points="{corners}" {look}{about}/>'


def _corners(mark: Dot) -> Iterator[tuple[float, float]]:
    """Yield the corners of a mark that is no circle."""
    shapes = {"s": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
              "^": ((-1, 0.9), (1, 0.9), (0, -1)), "v": ((-1, -0.9), (1, -0.9), (0, 1)),
              "D": ((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0))}  # fmt: skip
    for across, down in shapes[mark.shape]:
        yield mark.x + across * mark.radius, mark.y + down * mark.radius


def _hatch(mark: Box) -> str:
    """Name the hatch of a mark: the page's ink on its paper, else what stands out on the colour."""
    if mark.faint or mark.color in _ROLES:
        return "hatchp"
    return "hatchd" if ink_on(mark.color) == ink_on("#000000") else "hatchl"


def _patterns(drawn: Drawn, prefix: str) -> str:
    """Define the hatches that are used."""
    used = {_hatch(mark) for mark in drawn.marks if isinstance(mark, Box) and mark.hatch}
    colors = {"hatchl": "#333333", "hatchd": "#fefefe", "hatchp": _color("ink")}
    lines = "".join(
        f'<pattern id="{prefix}{name}" width="5" height="5" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><path d="M0 0V5" stroke="{colors[name]}" '
        f'stroke-opacity="0.7"/></pattern>'
        for name in sorted(used)
    )
    return f"<defs>{lines}</defs>" if lines else ""


def _color(name: str | None) -> str:
    """Return a role, or a colour of the series, as the page's colour; any other as it is."""
    if name in _ROLES:
        return f"var(--chart-{name},{_ROLES[name]})"
    if name in SERIES_COLORS:
        return f"var(--chart-series-{SERIES_COLORS.index(name)},{name})"
    return str(escape(name or "none"))


def _on(ground: str) -> str:
    """Return the colour of words on a ground: on a faint one, the page's ink."""
    return _color("ink") if ground.startswith("~") else ink_on(ground)


def _n(value: float) -> str:
    """Write a length, short."""
    return f"{value:.1f}".removesuffix(".0")
