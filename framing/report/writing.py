"""`write_report`: one HTML file that opens without a network and shows every number's lines."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment
from markupsafe import Markup

from framing.comparison.comparisonresult import need_comparison
from framing.output import will_write, write_whole
from framing.page import environment, need_page, sealed
from framing.report.eventsections import USUAL, PageRoom
from framing.report.overview import contents_of
from framing.report.rulewords import in_words
from framing.statistics.exchange import MIN_EVENTS

if TYPE_CHECKING:
    from framing.comparison import Comparison

__all__ = ["asset", "templates", "write_report"]

# One script in four files: what is read, the numbers, the articles, the tables and the theme.
_SCRIPTS = ("data.js", "numbers.js", "articles.js", "page.js")


def write_report(
    comparison: Comparison,
    path: str | Path,
    *,
    title: str | None = None,
    room: PageRoom = USUAL,
) -> Path:
    """Write a comparison as one self-contained HTML page.

    The page opens with the question and the findings: the words each side wrote, as sentences and
    as bars. Then come the articles side by side with every mention marked by direction and voice;
    tables, methods and provenance are folded. Every underlined number opens its lines. It loads
    nothing from anywhere, and article text stays text whatever it holds. Printed, it leaves out
    the articles.

    Parameters
    ----------
    comparison
        What `compare` returned.
    path
        The file to write; a folder that does not exist yet is made.
    title
        Title of the page; by default made from the outlets.
    room
        How much of a big corpus the page holds.

    Returns
    -------
    Path
        The file written. The same comparison gives the same bytes.

    Raises
    ------
    SettingsError
        When `comparison` is none.
    OutputError
        When the file cannot be written, is one that is being read, or is called as another kind.

    Examples
    --------
    >>> import framing, tempfile
    >>> news = [
    ...     framing.Article(outlet, outlet, "e", text=f"The {word} left.")
    ...     for outlet, word in [("Ash", "occupation forces"), ("Birch", "foreign troops")]
    ... ]
    >>> comparison = framing.compare(framing.analyze(news, "foreign-forces", sentiment=False))
    >>> write_report(comparison, tempfile.mkdtemp() + "/report.html").name
    'report.html'
    """
    need_comparison(comparison, "write_report")
    will_write(path)
    need_page(path)
    return write_whole(path, _rendered(comparison, title, room))


def _rendered(comparison: Comparison, title: str | None, room: PageRoom) -> str:
    parts = "\n".join(str(asset(name)) for name in _SCRIPTS)
    script = f'"use strict";\n(() => {{\n{parts}\n}})();'
    page = (
        templates()
        .get_template("report.html")
        .render(
            **contents_of(comparison, title, room),
            script=Markup(script),  # noqa: S704 - the library's own file
            style=asset("report.css"),
            min_events=MIN_EVENTS,
        )
    )
    return sealed(page)


def templates() -> Environment:
    """Return the environment of the report's templates, with the filters they use."""
    made = environment("framing.report").overlay()
    made.filters = {**made.filters, "in_words": in_words}
    return made


def asset(name: str) -> Markup:
    """Return a style sheet or script of the library's own, to stand in a page as it is."""
    text = (files("framing.report") / "templates" / name).read_text(encoding="utf-8")
    return Markup(text.strip())  # noqa: S704 - the library's own file
