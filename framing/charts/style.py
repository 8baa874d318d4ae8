"""Colours and the style context. Colours are ordered by lightness, so they survive in grey."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from typing import Final

__all__ = [
    "DIRECTION_COLORS",
    "GRID",
    "INK",
    "INTENSITY_COLORS",
    "MUTED",
    "PAPER",
    "SERIES_COLORS",
    "SERIES_MARKERS",
    "VOICE_COLORS",
    "VOICE_HATCHES",
    "VOICE_WORDS",
    "ink_on",
    "luminance",
    "style",
]

INK: Final = "#1f2328"
PAPER: Final = "#ffffff"
MUTED: Final = "#6e7781"
GRID: Final = "#d0d7de"
# Words on a coloured ground: a shade off black and white, so that no theme takes them over.
ON_LIGHT: Final = "#010101"
ON_DARK: Final = "#fefefe"

# Neutral namings in a light blue, loaded ones from light to dark rust: side of the zero line and
# lightness say the same as hue does.
INTENSITY_COLORS: Final = {0: "#b3cde3", 1: "#f7c995", 2: "#dd7a33", 3: "#8f3409"}

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
SERIES_MARKERS: Final = ("o", "s", "^", "D", "v", "P", "X", "<")


@contextmanager
def style() -> Iterator[None]:
    """Draw in the library's style, whatever the caller's settings; they are back afterwards.

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
    from matplotlib.colors import to_rgb

    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(color)]
    return round(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2], 4)


def ink_on(color: str) -> str:
    """Return black or white, whichever stands out more on `color`, whatever the page around it.

    Examples
    --------
    >>> ink_on("#8f3409"), ink_on("#f7c995")
    ('#fefefe', '#010101')
    """
    return ON_LIGHT if luminance(color) > 0.179 else ON_DARK
