"""Charts of a comparison: displays that hold their numbers, draw them and say them in words.

>>> list(KINDS)[:4]
['naming', 'sides', 'pairs', 'dumbbell']

What was taken from others. From a data desk's rules (Datawrapper, "What to consider when using text
in data visualizations", 2024; the UK's Office for National Statistics on titles): the title is the
main message, measure and unit stand in the subtitle, source and n below; words beside what they
name rather than in a key; few sizes of letters, none centred over a chart, turned only where
columns are too many; plain phrases. From seaborn (``FacetGrid``): small multiples on one scale,
no frame, and a table of what is drawn. Not taken: colour as the only sign of a group, a legend
beside the chart, axes that leave the layout of long names to the caller.

The sample articles were drawn with seaborn 0.13 too (``catplot``, ``objects.Bar`` with ``Stack``,
``heatmap``, ``pointplot``), for the eye beside these charts. There a stack of words takes ten hues
that mean nothing, here the lexicon's intensity and the words in the bars; there outlets' names
overprint under the bars, here they stand in rows; 1 of 1 is as dark as 18 of 18, here faint and as
n of N; points have no intervals and 35 concepts stand in the alphabet, here in the order of the
evidence, as many as a page holds. What its facets do better was taken: bars of all sides of a
finding on one scale (``sides``).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.charts.chartregistry import Kinds, kind_named
from framing.charts.display import SIZES, Display
from framing.charts.housestyle import style
from framing.charts.svg import to_svg

if TYPE_CHECKING:
    from framing.comparison import Comparison

__all__ = ["KINDS", "SIZES", "Display", "chart", "style", "to_svg"]

KINDS = Kinds()


def __getattr__(name: str) -> type[Display]:
    """Return a display by the name of its class: each kind of chart is exported by being there."""
    if name.endswith("Display"):
        for display in KINDS.values():
            if display.__name__ == name:
                return display
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def chart(kind: str, comparison: Comparison, path: str | Path, **options: Any) -> Path:
    """Draw one kind of chart and write it as PNG, SVG or PDF, by the ending of `path`.

    Parameters
    ----------
    kind : str
        One of ``KINDS``.
    comparison : Comparison
        What `framing.compare` returned.
    path : path
        ``.png``, ``.svg`` or ``.pdf``; a folder that does not exist yet is made.
    **options
        What that display's ``from_comparison`` takes: ``title``, ``note``, ``order``,
        ``colors``, ``size`` (``page``, ``column`` or ``slide``), and its own.

    Returns
    -------
    Path
        The file written. The same comparison gives the same bytes.

    Raises
    ------
    SettingsError
        There is no such kind of chart, or no such kind of file, or `comparison` is none.

    Examples
    --------
    >>> import framing, tempfile
    >>> news = [
    ...     framing.Article(outlet, outlet, "e", text=f"The {word} left.")
    ...     for outlet, word in [("Ash", "occupation forces"), ("Birch", "foreign troops")]
    ... ]
    >>> comparison = framing.compare(framing.analyze(news, "foreign-forces", sentiment=False))
    >>> chart("naming", comparison, tempfile.mkdtemp() + "/naming.svg").name
    'naming.svg'
    """
    from framing.comparison.comparisonresult import need_comparison

    need_comparison(comparison, "chart")
    return kind_named(kind).from_comparison(comparison, **options).plot().save(Path(path))
