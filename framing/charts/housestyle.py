"""Colours, which survive in grey by lightness, sizes, and what the caller's settings give."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import as_file, files
from typing import Any, Final, NamedTuple

__all__ = [
    "DIRECTION_COLORS",
    "GRID",
    "INK",
    "INTENSITY_COLORS",
    "MUTED",
    "PAPER",
    "ROLES",
    "SERIES_COLORS",
    "SIZES",
    "VOICE_COLORS",
    "VOICE_HATCHES",
    "VOICE_WORDS",
    "Size",
    "Theme",
    "ink_on",
    "luminance",
    "style",
    "theme",
]

_HEX = re.compile("#[0-9a-fA-F]{6}")
INK: Final = "#1f2328"
PAPER: Final = "#ffffff"
MUTED: Final = "#6e7781"
GRID: Final = "#d0d7de"
# Words on a coloured ground: a shade off black and white, so that no theme takes them over.
ON_LIGHT: Final = "#010101"
ON_DARK: Final = "#fefefe"

# Neutral namings in a light blue, loaded ones from light to dark rust: side of the zero line and
# lightness say the same as hue does.
INTENSITY_COLORS: Final = {0: "#cadcec", 1: "#f0b679", 2: "#d9742c", 3: "#8f3409"}

DIRECTION_COLORS: Final = {-1: "#b3470f", 0: "#6e7781", 1: "#1c6a9c"}

VOICE_COLORS: Final = {
    "own": "#16385f",
    "attributed": "#3f8f9b",
    "distanced": "#e0a458",
    "quoted": "#d7dfe6",
}
VOICE_HATCHES: Final = {"own": "", "attributed": "", "distanced": "////", "quoted": ""}
VOICE_WORDS: Final = {
    "own": "own (not detectably attributed)",
    "attributed": "attributed (indirect speech)",
    "distanced": "distanced (scare quotes, “so-called”)",
    "quoted": "quoted",
}

# After Okabe and Ito's colour-blind-safe set, ordered so that neighbours differ in lightness too.
SERIES_COLORS: Final = (
    "#16385f", "#d5780f", "#2a9d8f", "#c583b0", "#6b4c9a", "#b9a51d", "#5aa9dd", "#7a3b12",
)  # fmt: skip


ROLES: Final = ("ink", "paper", "muted", "grid", "band")


class Size(NamedTuple):
    """Width and greatest height of a picture in inches, its text's size, and whether it is full."""

    width: float
    height: float
    text: float
    full: bool = False


SIZES: Final[Mapping[str, Size]] = {
    "page": Size(7.0, 9.6, 8.0),
    "column": Size(3.5, 9.0, 7.5),
    "slide": Size(10.0, 5.625, 14.0, full=True),
}
"""Sizes of pictures by name: over a page, in one column of two, on a slide of 16 by 9."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Ink, paper and what lies between, faces, the text's size and the colours of series."""

    ink: str = INK
    paper: str = PAPER
    muted: str = MUTED
    grid: str = GRID
    band: str = "#eaedf0"
    families: tuple[str, ...] = ("DejaVu Sans",)
    base: float = 8.0
    series: Sequence[str] = SERIES_COLORS

    def color(self, name: str) -> str:
        """Return the colour of a role; any other colour is itself."""
        if name in ROLES:
            return str(getattr(self, name))
        return name

    def faint(self, name: str) -> str:
        """Return a colour as it is drawn where it rests on little: a third of it on paper."""
        return mixed(self.color(name), self.paper, 0.33)

    def ink_of(self, name: str, ground: str) -> str:
        """Return the colour of words: on a ground of some other colour black or white."""
        if ground == "paper":
            return self.color(name)
        found = self.faint(ground[1:]) if ground.startswith("~") else self.color(ground)
        return ink_on(found)

    def over(self, fill: str) -> str:
        """Return the colour of a hatch over a fill."""
        return mixed(ink_on(fill), fill, 0.45) if fill != self.paper else self.muted

    def edge_of(self, fill: str) -> str | None:
        """Return the edge that keeps a fill apart from the paper, where it needs one."""
        return self.muted if _contrast(fill, self.paper) < 1.5 else None


def mixed(one: str, other: str, share: float) -> str:
    """Mix two colours.

    Examples
    --------
    >>> mixed("#000000", "#ffffff", 0.5)
    '#808080'
    """
    parts = (share * a + (1 - share) * b for a, b in zip(_rgb(one), _rgb(other), strict=True))
    return "#" + "".join(f"{round(255 * part):02x}" for part in parts)


def _rgb(color: str) -> tuple[float, float, float]:
    """Return red, green and blue, from 0 to 1, of a colour; Matplotlib knows those by name."""
    if _HEX.fullmatch(color):
        red, green, blue = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
        return red, green, blue
    from matplotlib.colors import to_rgb

    return to_rgb(color)


def theme(text: float, ground: str | None = None) -> Theme:
    """Return the theme of Matplotlib's settings: what the caller changed is the caller's.

    Parameters
    ----------
    text
        Size of the text where the caller left ``font.size`` as it was; else in proportion.
    ground
        The colour behind axes of the caller's.
    """
    import matplotlib
    from matplotlib.colors import to_hex

    now: Any = matplotlib.rcParams
    before: Any = matplotlib.rcParamsDefault

    def changed(name: str) -> bool:
        return bool(now[name] != before[name])

    paper = ground or (str(to_hex(now["figure.facecolor"])) if changed("figure.facecolor")
                       else PAPER)  # fmt: skip
    ink = str(to_hex(now["text.color"])) if changed("text.color") else INK
    if _contrast(ink, paper) < 4.5:
        ink = ink_on(paper)
    plain = (ink, paper) == (INK, PAPER)
    cycle = now["axes.prop_cycle"].by_key().get("color", [])
    own = changed("axes.prop_cycle") and len(cycle) > 1
    faces = now["font.family"]
    return Theme(
        ink=ink,
        paper=paper,
        muted=MUTED if plain else mixed(ink, paper, 0.62),
        grid=GRID if plain else mixed(ink, paper, 0.22),
        band="#eaedf0" if plain else mixed(ink, paper, 0.1),
        families=tuple([faces] if isinstance(faces, str) else faces),
        base=text * float(now["font.size"]) / float(before["font.size"]),
        series=tuple(map(str, map(to_hex, cycle))) if own else SERIES_COLORS,
    )


def _contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21, as WCAG 2 has it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@contextmanager
def style() -> Iterator[None]:
    """Draw in the library's style, whatever the caller's settings; they are back afterwards.

    Yields
    ------
    None
        Inside the ``with`` Matplotlib's settings are its defaults and the library's sheet on them.

    Examples
    --------
    >>> import matplotlib
    >>> before = matplotlib.rcParams["font.size"]
    >>> with style():
    ...     matplotlib.rcParams["font.size"]
    8.0
    >>> matplotlib.rcParams["font.size"] == before
    True
    """
    import matplotlib.style

    with (
        as_file(files("framing.charts") / "framing.mplstyle") as sheet,
        matplotlib.style.context([str(sheet)], after_reset=True),
    ):
        yield


def luminance(color: str) -> float:
    """Return the relative luminance of a colour, from 0 (black) to 1 (white), as WCAG 2 has it.

    Examples
    --------
    >>> luminance("#ffffff")
    1.0
    """
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in _rgb(color)]
    return round(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2], 4)


def ink_on(color: str) -> str:
    """Return black or white, whichever stands out more on `color`, whatever the page around it.

    Examples
    --------
    >>> ink_on("#8f3409"), ink_on("#f7c995")
    ('#fefefe', '#010101')
    """
    return ON_LIGHT if luminance(color) > 0.179 else ON_DARK
