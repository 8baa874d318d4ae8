"""Europresse exports: one web page with an <article> element a document.

Form after public parsers: the outlet stands in the class DocPublicationName, the date in
DocHeader, the title in titreArticle, the text in DocText; older pages have a table cell each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from framing.articles.dates import iso_date
from framing.articles.fieldlabels import finished
from framing.articles.intake import Bundle, Record, register
from framing.articles.markup import lines_of

__all__ = ["europresse_records"]

_MARK = re.compile(r"class\s*=\s*[\"'][^\"'>]{0,80}\bDocPublicationName\b")
_DAY = re.compile(
    r"(?:[^\W\d_]+,? )?(\d{1,2})(?:er)? ([^\W\d_]+) (\d{4})|([^\W\d_]+ \d{1,2}, \d{4})"
)


def _is_europresse(html: str) -> bool:
    return _MARK.search(html) is not None


def europresse_records(html: str) -> Iterator[Record]:
    """Yield the documents of the page."""
    from lxml import html as parser

    tree = parser.fromstring(html)
    names = tree.xpath("//*[contains(concat(' ', @class, ' '), ' DocPublicationName ')]")
    seen: set[Any] = set()
    for name in names:
        article = next(name.iterancestors("article", "td"), None)
        if article is None or article in seen:
            continue
        seen.add(article)
        yield _record(article)


def _record(article: Any) -> Record:
    outlet = _first(article, "DocPublicationName")
    header = _first(article, "DocHeader")
    values: dict[str, object] = {
        "outlet": re.split(r",\s*(?:no\.?|n°|nº)\s|\s{2,}", outlet)[0].strip(" ,"),
        "title": _first(article, "titreArticle") or _first(article, "titreArticleVisu"),
        "date": _day_of(f"{header} {outlet}"),
        "author": _first(article, "docAuthors") or _first(article, "sm-margin-bottomNews"),
        "source_header": header,
        "length": next(iter(re.findall(r"\d+ (?:words|mots)", header)), None),
    }
    bodies = _with_class(article, "DocText") or _with_class(article, "docOcurrContainer")
    text = "\n\n".join(filter(None, (_written(body) for body in bodies[:1])))
    return finished(article.sourceline or 1, values, text, "it holds no text")


def _written(body: Any) -> str:
    return re.sub(r"\n{2,}", "\n\n", lines_of(body))


def _day_of(written: str) -> str | None:
    for found in _DAY.finditer(written):
        day, month, year, english = found.groups()
        name = english or f"{day} {month} {year}"
        if iso_date(name):
            return str(name)
    return None


def _with_class(article: Any, name: str) -> list[Any]:
    found: list[Any] = article.xpath(
        ".//*[contains(concat(' ', @class, ' '), $wanted)]", wanted=f" {name} "
    )
    return found


def _first(article: Any, name: str) -> str:
    found = _with_class(article, name)
    return " ".join(lines_of(found[0]).split()) if found else ""


register(Bundle("Europresse", _is_europresse, europresse_records, page=True))
