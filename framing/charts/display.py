"""What every display shares: it holds the numbers drawn, draws them, and says them in words."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeAlias

import pandas as pd

from framing.charts.labels import in_order, wrapped
from framing.charts.style import INK, MUTED, style
from framing.errors import SettingsError
from framing.page import environment

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from framing.comparison import Comparison

__all__ = ["Display", "Link"]

Link: TypeAlias = Mapping[str, str | int | None]


class Display(ABC):
    """One chart: `data` is exactly what is drawn, `plot` draws it, `alt` says it in words.

    Parameters
    ----------
    data
        One row a thing drawn, with the columns of ``columns``; `from_comparison` adds those of
        ``more``, which tell what is counted.
    title
        Title above the chart; every display has one of its own.
    note
        A line under the chart, for the caller's words.
    order
        Names (outlets, unless the display says otherwise) in the order to draw them; names not
        listed follow.
    colors
        Colours by name, for some or all of what the display colours: the keys of its ``palette``,
        or outlets where it has none.

    Attributes
    ----------
    ax_, figure_
        What `plot` drew on; None before.
    subtitle
        What is measured, in which unit: a line between title and chart; empty for none.
    links
        What the numbers drawn count, by the id of the drawn thing: names of columns with the
        values that the rows counted have, ``n`` (the number) and ``of`` (what it is out of). A
        page opens the rows from them.
    """

    kind: ClassVar[str]
    heading: ClassVar[str]
    columns: ClassVar[tuple[str, ...]]
    more: ClassVar[tuple[str, ...]] = ()
    palette: ClassVar[Mapping[Any, str]] = {}

    def __init__(
        self,
        data: pd.DataFrame,
        *,
        title: str | None = None,
        note: str | None = None,
        order: Sequence[str] | None = None,
        colors: Mapping[Any, str] | None = None,
    ) -> None:
        absent = [column for column in self.columns if column not in data.columns]
        if absent:
            raise SettingsError(
                f"{type(self).__name__} needs the columns {', '.join(self.columns)}; "
                f"missing: {', '.join(absent)}"
            )
        if isinstance(order, str):
            raise SettingsError(f"order={order!r}: give a list of names, such as [{order!r}]")
        self.data = data.reset_index(drop=True)
        self.title = self.heading if title is None else title
        self.note = note
        self.order = None if order is None else tuple(order)
        self.colors = {**self.palette, **self._checked(colors)}
        self.warnings: tuple[str, ...] = ()
        self.subtitle = ""
        self.links: dict[str, list[Link]] = {}
        self.ax_: Axes | None = None
        self.figure_: Figure | None = None

    @classmethod
    @abstractmethod
    def from_comparison(cls, comparison: Comparison, **options: Any) -> Self:
        """Make the display from a comparison; `options` are those of the class, and its own."""

    @property
    @abstractmethod
    def alt(self) -> str:
        """The chart in words, made from its data, for readers who do not see it."""

    @abstractmethod
    def _draw(self, ax: Axes) -> None:
        """Draw `data`, which is not empty, on `ax`."""

    @abstractmethod
    def _size(self) -> tuple[float, float]:
        """Width and height of the axes in inches, when the display makes its own figure."""

    def _empty(self) -> str:
        """Return the sentence that stands where there is nothing to draw."""
        return "Nothing to draw: no namings were found."

    def plot(self, ax: Axes | None = None) -> Self:
        """Draw on `ax`, or on a new figure of its own, and return the display.

        Nothing is shown on screen and no global setting changes; ``display.ax_`` and
        ``display.figure_`` are there to be worked on, and `save` writes a file.
        """
        self.links = {}
        with style():
            if ax is None:
                ax = _new_axes(self._size() if len(self.data) else (6.0, 1.2))
            if len(self.data):
                self._draw(ax)
            else:
                _say(ax, self._empty())
            if self.title:
                ax.set_title(
                    wrapped(self.title, 72, 4),
                    pad=20 if self.subtitle else None,
                )
            if self.subtitle:
                _above(ax, self.subtitle)
            lines = [line for line in (*self.warnings, self.note) if line]
            if lines:
                _below(ax, "\n".join(wrapped(line, 100, 6) for line in lines))
        self.ax_ = ax
        self.figure_ = ax.get_figure(root=True)
        return self

    def save(self, path: str | Path, *, dpi: int = 300) -> Path:
        """Write the chart as PNG (300 dots an inch), SVG or PDF, by the ending of `path`.

        The same data gives the same bytes: no dates, no random ids.
        """
        from framing.charts.files import save_display

        return save_display(self, Path(path), dpi=dpi)

    def outlets(self) -> list[str]:
        """Return the outlets drawn, in the order they are drawn."""
        return in_order(self.data["outlet"].astype(str), self.order)

    def _opens(self, drawn: Artist, *links: Link) -> None:
        """Note what a drawn number counts; one link for each mark where it draws several.

        A link with nothing to count is no link.
        """
        drawn.set_gid(self._link(*links))

    def _link(self, *links: Link) -> str | None:
        """Keep links and return the id of the thing that is to carry them."""
        kept: list[Link] = [
            {name: v for name, v in link.items() if v is not None} for link in links
        ]
        if not any(link.get("of", link["n"]) for link in kept):
            return None
        name = f"n{len(self.links)}"
        self.links[name] = kept
        return name

    def _checked(self, colors: Mapping[Any, str] | None) -> dict[Any, str]:
        """Return the caller's colours, refusing what is no colour or colours nothing here."""
        from matplotlib.colors import is_color_like

        # One mapping of outlets may serve many charts, so outlets not drawn here are no mistake.
        known = list(self.palette)
        for name, color in (colors or {}).items():
            if not is_color_like(color):
                raise SettingsError(
                    f"colors[{name!r}] is {color!r}, which is no colour; use '#16385f' or 'navy'"
                )
            if known and name not in known:
                raise SettingsError(
                    f"colors names {name!r}, which {type(self).__name__} does not colour; it "
                    f"colours {', '.join(map(str, known))}"
                )
        return dict(colors or {})

    def _repr_html_(self) -> str:
        """Show the chart in a notebook as a figure with its alt text."""
        from framing.charts.svg import to_svg

        template = environment("framing.charts").get_template("figure.html")
        return template.render(svg=to_svg(self), alt=self.alt)

    def __repr__(self) -> str:
        """Name the display and how much it draws."""
        return f"<{type(self).__name__}: {len(self.data)} rows>"


def _new_axes(size: tuple[float, float]) -> Axes:
    """Return axes of exactly this size in inches; saving widens the page to what stands out."""
    from matplotlib.figure import Figure

    width, height = size
    figure = Figure(figsize=(width + 2.4, height + 1.6))
    return figure.add_axes(
        (1.8 / (width + 2.4), 1.0 / (height + 1.6), width / (width + 2.4), height / (height + 1.6))
    )


def _say(ax: Axes, words: str) -> None:
    ax.set_axis_off()
    ax.text(0.5, 0.5, words, ha="center", va="center", transform=ax.transAxes, color=INK, wrap=True)


def _above(ax: Axes, words: str) -> None:
    """Write what is measured between the title and the axes."""
    ax.annotate(
        wrapped(words, 110, 1), (0, 1), (0, 7), xycoords="axes fraction",
        textcoords="offset points", fontsize=7.5, color=MUTED, annotation_clip=False,
    )  # fmt: skip


def _below(ax: Axes, words: str) -> None:
    """Write a note under everything drawn so far."""
    lowest = ax.get_tightbbox()
    floor = ax.get_window_extent()
    gap = 6 + (0 if lowest is None else max(0.0, floor.y0 - lowest.y0) * 72 / ax.figure.dpi)
    ax.annotate(
        words,
        (0, 0),
        (0, -gap),
        xycoords="axes fraction",
        textcoords="offset points",
        va="top",
        ha="left",
        fontsize=7,
        color=MUTED,
        annotation_clip=False,
    )
