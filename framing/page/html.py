"""The Jinja environment every page is rendered with, and the summary notebooks show."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from framing._version import VERSION
from framing.page.marking import clean, mark, names_apart
from framing.values import readable

if TYPE_CHECKING:
    from jinja2 import BaseLoader

__all__ = ["environment", "inline_json", "sealed", "summary"]

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_POLICY = "script-src SCRIPTS"


@cache
def environment(package: str | None = None) -> Environment:
    """Return the environment that renders templates, escaping everything it is given.

    Parameters
    ----------
    package
        A package with a ``templates`` folder, searched before the page room's own.

    Returns
    -------
    jinja2.Environment
        Autoescaping, strict about names that are not there, with the filters ``clean`` (drops
        characters HTML can't hold), ``inline_json``, ``n`` (thousands apart), ``names_apart``
        (names written from the right in elements of their own) and ``readable`` (an id as
        words), and the globals ``mark`` and ``version``.

    Examples
    --------
    >>> environment().from_string("{{ word }}").render(word="<b>")
    '&lt;b&gt;'
    """
    loaders: list[BaseLoader] = [PackageLoader("framing.page")]
    if package is not None:
        loaders.insert(0, PackageLoader(package))
    made = Environment(
        loader=ChoiceLoader(loaders),
        autoescape=True,
        optimized=False,  # folding constants takes longer than it saves: a page is made once a run
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_finalize,
    )
    made.filters.update(
        clean=clean, inline_json=inline_json, n=_thousands, names_apart=names_apart,
        readable=readable,
    )  # fmt: skip
    made.globals.update(mark=mark, version=VERSION)
    return made


def inline_json(value: object) -> Markup:
    r"""Return `value` as JSON that can stand inside a ``<script>`` element.

    ``<``, ``>``, ``&`` and the two line separators are written as escapes, so that no text can
    end the element or open a comment.

    Examples
    --------
    >>> print(inline_json({"title": "</script>"}))
    {"title":"\u003c/script\u003e"}
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(clean(text))  # noqa: S704 - nothing that HTML reads as markup is left


def sealed(page: str) -> str:
    """Return a rendered page whose content policy names its own scripts by hash, and no others.

    The template says ``script-src SCRIPTS`` in its policy. Its scripts are the elements written
    as plain ``<script>``; article text is escaped and can hold none.

    Parameters
    ----------
    page : str
        The page as rendered, whole.

    Returns
    -------
    str
        The page with the hashes in place of the first ``SCRIPTS``; ``'none'`` where it has no
        script.

    Examples
    --------
    >>> page = '<meta content="script-src SCRIPTS"><script>go()</script>'
    >>> sealed(page).split('"')[1]
    "script-src 'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw='"
    """
    digests = [hashlib.sha256(found.encode()).digest() for found in _SCRIPT.findall(page)]
    listed = [f"'sha256-{base64.b64encode(digest).decode('ascii')}'" for digest in digests]
    return page.replace(_POLICY, " ".join(["script-src", *(listed or ["'none'"])]), 1)


def summary(title: str, rows: Iterable[tuple[str, object]], note: str | None = None) -> str:
    """Return the small block an object shows itself with in a notebook.

    Parameters
    ----------
    title
        What the object is, in a few words.
    rows
        Pairs of a label and its value; a value may be `markupsafe.Markup`, anything else is
        shown as text.
    note
        One sentence under the rows.

    Examples
    --------
    >>> block = summary("Analysis", [("articles", 12)], note="own = not detectably attributed")
    >>> '<th scope="row">articles</th><td>12</td>' in block
    True
    """
    template = environment().get_template("summary.html")
    return template.render(title=title, rows=list(rows), note=note)


def _finalize(value: object) -> object:
    """Keep characters out that no HTML file can hold, whatever a template prints."""
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _thousands(value: int) -> str:
    """Write a count with thin spaces between thousands, as tables of figures do."""
    return f"{value:,}".replace(",", "\u202f")
