"""What every display shares: it holds the numbers drawn, lays them out as marks, and says them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Self

import pandas as pd

from framing.charts.canvas import SMALL, TITLE, Canvas
from framing.charts.chartregistry import register
from framing.charts.evidence import about_of
from framing.charts.graphics import Drawn, Link
from framing.charts.housestyle import SERIES_COLORS, SIZES, Size
from framing.charts.labels import begun, in_order, of_sides, tidy
from framing.charts.lettering import Measure, estimated
from framing.comparison.selecting import need_side
from framing.comparison.settings import named_side
from framing.errors import SettingsError
from framing.language.numberwords import counted
from framing.page import environment
from framing.values import readable

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from framing.comparison import Comparison

__all__ = ["SIZES", "Display", "Link", "Size"]


_FOOT = 8
# How often a foot can be shortened before its end is cut.
_SHORTEST = 2
# How small a title is set before it is cut.
_TITLE_SIZES = (1.0, 0.88, 0.78)


class Display(ABC):
    """One chart: `data` is exactly what is drawn, `plot` draws it, `alt` says it in words.

    Title, what is measured, key, chart and foot are laid out as one list of marks in whatever
    room there is (`marks`); Matplotlib (`plot`, `save`) and the page's SVG paint the same list.

    Parameters
    ----------
    data
        One row per thing drawn, with the columns of ``columns``; `from_comparison` adds those of
        ``more``, which tell what is counted.
    title
        Title above the chart; by default what was found, in one sentence. An empty one is none.
    note
        A line under the chart, for the caller's words.
    order
        Names (outlets, unless the display says otherwise) in the order to draw them; names not
        listed follow. Of a comparison, a name that is none of its sides is refused.
    colors
        Colours by name, for some or all of what the display colours: the keys of its ``palette``,
        or outlets where it has none.
    size
        ``page`` (7 inches wide, the default), ``column`` (3.5) or ``slide`` (10 by 5.6).

    Attributes
    ----------
    subtitle
        What is measured, in which unit.
    about, warnings
        The foot: what was read and matched; what to beware of.
    left_out, beyond
        Where that lies which is not drawn, and how much of it `from_comparison` did not take.
    ax_, figure_
        What `plot` drew on; None before.

    Examples
    --------
    >>> import tempfile, framing, pandas as pd
    >>> from framing.charts import NamingDisplay
    >>> news = pd.DataFrame({"event": "e", "outlet": ["Herald", "Wire"], "text": [
    ...     "The occupation forces left at dawn.", "The foreign troops left at dawn."]})
    >>> comparison = framing.compare(framing.analyze(news, "foreign-forces", sentiment=False))
    >>> display = NamingDisplay.from_comparison(comparison, order=["Wire", "Herald"])
    >>> display.outlets(), display.title[:43]
    (['Wire', 'Herald'], 'Foreign troops: Herald wrote “occupation fo')
    >>> display.save(tempfile.mkdtemp() + "/naming.svg").name
    'naming.svg'
    >>> display.plot().ax_ is not None
    True
    """

    kind: ClassVar[str]
    heading: ClassVar[str]
    question: ClassVar[str] = ""
    rank: ClassVar[int] = 1_000
    columns: ClassVar[tuple[str, ...]]
    more: ClassVar[tuple[str, ...]] = ()
    palette: ClassVar[Mapping[Any, str]] = {}

    def __init_subclass__(cls, **rest: Any) -> None:
        """Make the kind known by its name."""
        super().__init_subclass__(**rest)
        if "kind" in vars(cls):
            register(cls)

    def __init__(
        self,
        data: pd.DataFrame,
        *,
        title: str | None = None,
        note: str | None = None,
        order: Sequence[str] | None = None,
        colors: Mapping[Any, str] | None = None,
        size: str = "page",
    ) -> None:
        absent = [column for column in self.columns if column not in data.columns]
        if absent:
            raise SettingsError(
                f"{type(self).__name__} needs the columns {', '.join(self.columns)}; "
                f"missing: {', '.join(absent)}"
            )
        if isinstance(order, str):
            raise SettingsError(f"order={order!r}: give a list of names, such as [{order!r}]")
        if size not in SIZES:
            raise SettingsError(f"size={size!r}: a picture is for a {', '.join(SIZES)}")
        self.data = data.reset_index(drop=True)
        self.note = note
        self.order = None if order is None else tuple(order)
        self.size = size
        self.colors = {**self.palette, **self._checked(colors)}
        self.warnings: tuple[str, ...] = ()
        self.subtitle = ""
        self.about = ""
        self.left_out = "in the data"
        self.beyond = 0
        self.ax_: Axes | None = None
        self.figure_: Figure | None = None
        self._title = title
        self._found = ""
        self._names: Mapping[tuple[str, str], str] = {}
        self._series: Sequence[str] = SERIES_COLORS
        self._side_words = ("outlet", "outlets")

    @classmethod
    @abstractmethod
    def from_comparison(cls, comparison: Comparison, **options: Any) -> Self:
        """Make the display from a comparison, with the rows that this kind of chart draws.

        Parameters
        ----------
        comparison : Comparison
            What is drawn.
        **options
            Those of the class (`title`, `note`, `order`, `colors`, `size`) and those of the kind.

        Returns
        -------
        Display
            Of this class, not drawn yet; `data` may be empty where nothing was found.
        """

    @property
    @abstractmethod
    def alt(self) -> str:
        """The chart in words, made from its data, for readers who do not see it."""

    @abstractmethod
    def _draw(self, canvas: Canvas) -> str:
        """Lay out `data`, which is not empty; return what had no room, such as "3 concepts"."""

    @property
    def title(self) -> str:
        """The caller's title, else what was found, else what the chart shows."""
        if self._title is not None:
            return self._title
        return (self.finding() if len(self.data) else "") or self._spoken(self.heading)

    @title.setter
    def title(self, words: str) -> None:
        self._title = words

    def _gone(self, number: int, thing: str, things: str | None = None) -> str:
        """Say how many things are not drawn, those never taken included; empty for none."""
        whole = number + self.beyond
        said = counted(whole, f"more {thing}", things and f"more {things}") if whole else ""
        return self._spoken(said)

    def finding(self) -> str:
        """Return what the data show in one neutral sentence; empty where they are too few."""
        return self._found

    def _empty(self) -> str:
        """Return the sentence that stands where there is nothing to draw."""
        return "Nothing to draw: no namings were found."

    def marks(
        self,
        width: float,
        height: float | None = None,
        *,
        base: float = 8.0,
        measure: Measure = estimated,
        series: Sequence[str] = SERIES_COLORS,
    ) -> Drawn:
        """Lay the chart out in points: what no longer fits is left out and counted in the foot.

        Parameters
        ----------
        width, height
            Of the frame, in points; without a height, as much as it takes up to 90 times `base`.
        base
            Size of the text, in points.
        measure
            How wide words are, from the painter; estimated without.
        series
            Colours of outlets, where the caller gave none by name.

        Returns
        -------
        Drawn
            The marks in the order to paint them, with the width and height of their frame.
        """
        whole = height if height is not None else base * 90
        canvas = Canvas(width, whole, base, measure, series)
        self._series = series
        tight = whole < 26 * base
        self._head(canvas, 2 if tight else 5)
        if not len(self.data):
            canvas.paragraph(self._spoken(self._empty()))
            return canvas.drawn(height or canvas.top)
        most = min(_FOOT, max(2, int(0.14 * whole / canvas.line(SMALL))))
        foot = self._foot_lines(canvas, "9,999 more things", most)
        canvas.bottom = whole - len(foot) * canvas.line(SMALL) - 0.6 * base
        rest = self._draw(canvas)
        canvas.top += 0.5 * base
        canvas.bottom = whole
        foot = self._foot_lines(canvas, rest, most)
        canvas.top = canvas.block(canvas.left, canvas.top, foot, size=SMALL, color="muted")
        return canvas.drawn(height if height is not None else canvas.top)

    def _head(self, canvas: Canvas, most: int) -> None:
        if self.title:
            title, size = self._fitted(canvas, TITLE if not canvas.narrow else 1.2, most)
            canvas.paragraph(title, size=size, bold=True, most=most, after=0.25)
        if self.subtitle and len(self.data):
            said = self._spoken(self.subtitle)
            canvas.paragraph(said, size=0.94, color="muted", most=most, after=0.6)

    def _fitted(self, canvas: Canvas, size: float, most: int) -> tuple[str, float]:
        """Return the title and its size: set smaller before it is cut, and cut before its brackets.

        What stands in brackets at its end says that no test bears it out.
        """

        def fits(text: str, size: float) -> bool:
            lines = canvas.lines(text, canvas.width, size=size, bold=True, most=most + 1)
            return len(lines) <= most

        title = self.title
        for smaller in _TITLE_SIZES:
            if fits(title, size * smaller):
                return title, size * smaller
        least = size * _TITLE_SIZES[-1]
        said, bracket, doubt = title.rpartition(" (")
        words = said.split(" ") if bracket and doubt.endswith(")") else []
        while words:
            words.pop()
            if fits(shorter := f"{' '.join(words)}… ({doubt}", least):
                return shorter, least
        return title, least

    def _foot_lines(self, canvas: Canvas, rest: str, most: int) -> list[str]:
        """Break the foot into lines; where it is too long, what to beware of is cut last."""
        for short in range(_SHORTEST):
            lines = canvas.lines(self._foot(rest, short), canvas.width, size=SMALL, most=most + 1)
            if len(lines) <= most:
                return lines
        return canvas.lines(self._foot(rest, _SHORTEST), canvas.width, size=SMALL, most=most)

    def _foot(self, rest: str, short: int = 0) -> str:
        """Write what was read, what to beware of, what is not drawn and where it is.

        It is `short` by where that is, and then by what was read.
        """
        where = "" if short else f", {self.left_out}"
        gone = f"Not drawn: {rest}{where}." if rest else ""
        about = self.about if short < _SHORTEST else ""
        warnings = map(self._spoken, self.warnings)
        return " ".join(line for line in (self.note, gone, about, *warnings) if line)

    def plot(self, ax: Axes | None = None) -> Self:
        """Draw on `ax`, or on a new figure of the display's size, and return the display.

        Everything lies inside the box of the axes, whose scales are hidden and not changed.
        Fonts, text size, ink, paper and (where the caller's sheet changes them) colours of series
        are those of Matplotlib's settings at the time.
        Nothing is shown on screen and no global setting changes; ``display.ax_`` and
        ``display.figure_`` are there to be worked on, and `save` writes a file.

        Parameters
        ----------
        ax : matplotlib Axes, optional
            What to draw on; without it a new figure, no wider and no higher than `size` says.

        Returns
        -------
        Display
            This display, with ``ax_`` and ``figure_`` set.
        """
        from framing.charts.painting import paint_anew, paint_on

        if ax is None:
            ax = paint_anew(self, SIZES[self.size])
        else:
            paint_on(self, ax)
        self.ax_ = ax
        self.figure_ = ax.get_figure(root=True)
        return self

    def save(self, path: str | Path, *, dpi: int = 300) -> Path:
        """Write the chart as PNG (300 dots an inch), SVG or PDF, by the ending of `path`.

        The same data gives the same bytes: no dates, no random ids.

        Parameters
        ----------
        path : path
            Ending in ``.png``, ``.svg`` or ``.pdf``.
        dpi : int
            Dots an inch of a PNG.

        Returns
        -------
        Path
            The file written.
        """
        from framing.charts.picturefiles import save_display

        return save_display(self, Path(path), dpi=dpi)

    def _tell_of(self, comparison: Comparison, outlets: Iterable[str] | None = None) -> None:
        """Remember what a comparison read (of some sides), and what it calls its sides.

        Raises
        ------
        ComparisonError
            If a name in `order` is none of the sides.
        """
        for name in self.order or ():
            need_side(name, comparison.outlets)
        self.about = about_of(comparison, outlets)
        self._side_words = (comparison.settings.side, comparison.settings.sides)

    def _spoken(self, words: str) -> str:
        """Say of the sides compared what is written here of outlets: "each leaning's words"."""
        return of_sides(words, *self._side_words)

    def _named(self, side: object, *, first: bool = False) -> str:
        """Name a side; a number says what it is a number of ("leaning 4", "Leaning 4" `first`)."""
        named = tidy(named_side(str(side), self._side_words[0]))
        return begun(named) if first and named != tidy(side) else named

    def outlets(self) -> list[str]:
        """Return the outlets drawn, in the order they are drawn."""
        return in_order(self.data["outlet"].astype(str), self.order)

    def _color(self, outlet: str) -> str:
        """Return an outlet's colour: the caller's, or one of the series by its place."""
        names = self.outlets()
        place = names.index(outlet) if outlet in names else 0
        return str(self.colors.get(outlet, self._series[place % len(self._series)]))

    def _concept(self, key: tuple[str, str]) -> str:
        """Return a concept's name for readers by (lexicon, concept); its id in words without."""
        return self._names.get(key) or readable(key[1])

    def _checked(self, colors: Mapping[Any, str] | None) -> dict[Any, str]:
        """Return the caller's colours, refusing what is no colour or colours nothing here."""
        if not colors:
            return {}
        if not isinstance(colors, Mapping):
            raise SettingsError(
                f"colors is a {type(colors).__name__}; give a mapping, as {{'Ash': 'navy'}}"
            )
        from framing.charts.painting import is_color

        # One mapping of outlets may serve many charts, so outlets not drawn here are no mistake.
        known = list(self.palette)
        for name, color in colors.items():
            if not is_color(color):
                raise SettingsError(
                    f"colors[{name!r}] is {color!r}, which is no colour; use '#16385f' or 'navy'"
                )
            if known and name not in known:
                raise SettingsError(
                    f"colors names {name!r}, which {type(self).__name__} does not colour; it "
                    f"colours {', '.join(map(str, known))}"
                )
        return dict(colors)

    def _repr_html_(self) -> str:
        """Show the chart in a notebook as a figure with its alt text."""
        from framing.charts.svg import to_svg

        template = environment("framing.charts").get_template("figure.html")
        return template.render(svg=to_svg(self), alt=self.alt)

    def __repr__(self) -> str:
        """Name the display and how much it draws."""
        return f"<{type(self).__name__}: {len(self.data)} rows>"
