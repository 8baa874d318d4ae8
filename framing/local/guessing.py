"""Guesses an article's title, outlet and date from its lines, its address, its file's name."""

from __future__ import annotations

import re
from pathlib import PurePath
from urllib.parse import urlsplit

from framing.articles.dates import iso_date
from framing.articles.furniture import is_byline
from framing.local.drafts import LONGEST_FIELD, Draft
from framing.page import clean
from framing.values import Article

__all__ = ["guessed"]

_HEAD, _FOOT = 8, 3  # lines in which dates and addresses stand
_LONGEST_TITLE = 200
_ADDRESS = re.compile(r"https?://[^\s<>\"]{4,300}")
_SOURCE = re.compile(r"(?:source|outlet|publisher|published by|from)\s*:\s*(\S.{0,59})", re.I)
_DATED = re.compile(
    r"(?:(?:first |last )?(?:published|updated|posted|date|dated)(?: on| at)?\s*:?\s*)", re.I
)
_TAIL = re.compile(r"(?P<title>.{15,}?)\s+[|–—-]\s+(?P<outlet>[A-Z][\w.&'’ ]{2,39})")
_PAPER = re.compile(
    r"\b(?:Agency|Broadcasting|Chronicle|Courier|Daily|Dispatch|Examiner|Express|Gazette|Globe"
    r"|Guardian|Herald|Independent|Journal|Mail|Messenger|Mirror|Monitor|News|Observer|Post|Press"
    r"|Radio|Record|Register|Review|Sentinel|Standard|Star|Sun|Telegraph|Times|Today|Tribune|TV"
    r"|Wire|World|[A-Z]{3,5})\b"
)  # words that newspapers, stations and agencies are called by
_PARTS = re.compile(r"\s*[|•·]\s*|\s+[–—]\s+")  # between the outlet and the day on one line
_NO_NAME = re.compile(
    r"(?:pasted|article|text|untitled|document|unnamed|new|page|index|story|download|\W|\d)*"
)


def guessed(article: Article, identity: str, file: str) -> Draft:
    r"""Return the article as a draft, with what it does not say guessed and named as a guess.

    A headline that stands on top of the text becomes the title and is taken out of the text, so
    that it is read, counted and printed once. Line ends are those that a browser's text box gives
    back, and what no page can show is U+FFFD, so that offsets hold when the text is saved again.

    Examples
    --------
    >>> text = "Troops leave Lindow\n\nPublished: 3 May 2021\n\nThe troops left on Monday."
    >>> draft = guessed(Article("x", text=text), "a1", "harbour-post.txt")
    >>> draft.title, draft.date, draft.outlet, draft.guessed
    ('Troops leave Lindow', '2021-05-03', 'Harbour Post', ('title', 'date', 'outlet'))
    """
    given = {"title": _short(article.title or ""), "outlet": _short(article.outlet or ""),
             "date": (article.date or "")[:10]}  # fmt: skip
    whole = clean(article.text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    title, text = _headline(given["title"], whole)
    named, dated, text = _lines_above(text)
    found = {"title": title, "date": dated or _date(text), "outlet": named or _outlet(text)}
    tail = _TAIL.fullmatch(given["title"] or title)
    if tail and not given["outlet"] and _PAPER.search(tail["outlet"]):
        found["outlet"] = tail["outlet"].strip()
        given["title"], found["title"] = "", tail["title"]
    if not found["outlet"]:
        found["outlet"] = _host(article.url or "") or _file_name(file)
    guesses = tuple(name for name in found if not given[name] and found[name])
    values = {name: given[name] or found[name] for name in found}
    return Draft(identity, text, url=article.url or "", file=file, guessed=guesses, **values)


def _short(title: str) -> str:
    """Cut a title that no headline has the length of; the page's fields hold as much."""
    return title if len(title) <= LONGEST_FIELD else title[: LONGEST_FIELD - 1] + "…"


def _headline(title: str, text: str) -> tuple[str, str]:
    """Return the headline on top of the text, and the text without it; the text alone else."""
    first, _, rest = text.partition("\n")
    line = first.strip().lstrip("#").strip()
    if title:
        return "", rest.lstrip() if rest.strip() and _folded(line) == _folded(title) else text
    if (
        not rest.strip()
        or _named(line)
        or not 2 < len(line) <= _LONGEST_TITLE
        or line[-1] in ".:,;"
    ):
        return "", text
    furniture = _byline(line) or _day(line) or _ADDRESS.fullmatch(line)
    return ("", text) if furniture else (line, rest.lstrip())


def _folded(line: str) -> str:
    return "".join(filter(str.isalnum, line.casefold()))


def _lines_above(text: str) -> tuple[str, str, str]:
    """Take lines that only name the outlet, the day or the address off the top of a text.

    They are not the article's words: "Source: Lindow Star" would be read as somebody speaking.
    """
    outlet = day = ""
    lines = text.split("\n")
    kept = 0
    for number, line in enumerate(lines[:_HEAD]):
        parts = [part for part in _PARTS.split(line.strip()) if part]
        named, dated = map(_named, parts), map(_day, parts)
        found = [*zip(named, dated, map(_byline, parts), strict=True)]
        if not all(map(any, found)):
            break
        outlet = outlet or next((name for name, *_ in found if name), "")
        day = day or next((date for _, date, _ in found if date), "")
        # Who wrote it goes with the lines that follow, and stays where none do.
        kept = number + 1 if any(name or date for name, date, _ in found) else kept
    rest = "\n".join(lines[kept:]).lstrip()
    return (outlet, day, rest) if rest else ("", "", text)


def _named(line: str) -> str:
    """Return the outlet that a line is there to name: by a label, an address, or a name's shape.

    Examples
    --------
    >>> [_named(line) for line in ("Source: Lindow Star", "https://www.post.example/a", "The Sun")]
    ['Lindow Star', 'post.example', 'The Sun']
    >>> _named("Star players leave Lindow"), _named("By Ann Star")
    ('', '')
    """
    if len(line) > 300:
        return ""
    if labelled := _SOURCE.fullmatch(line):
        return _host(labelled[1]) or labelled[1].strip()
    if _ADDRESS.fullmatch(line):
        return _host(line)
    words = line.split()
    shaped = len(words) <= 5 and all(word[0].isupper() or word in ("of", "the") for word in words)
    return line if shaped and not _byline(line) and _PAPER.search(line) else ""


def _byline(line: str) -> bool:
    return bool(line) and is_byline(line, line.lower())


def _edges(text: str) -> list[str]:
    """Return the short lines at the top and the bottom, where outlets and dates stand."""
    lines = [line.strip() for line in text[:4000].splitlines() if line.strip()][:_HEAD]
    lines += [line.strip() for line in text[-2000:].splitlines() if line.strip()][-_FOOT:]
    return [line for line in lines if len(line) <= 300]


def _day(line: str) -> str:
    return (iso_date(_DATED.sub("", line, count=1).strip()) or "")[:10] if len(line) < 80 else ""


def _date(text: str) -> str:
    return next(filter(None, map(_day, _edges(text))), "")


def _outlet(text: str) -> str:
    """Return the outlet that a label or an address near the top or the bottom names."""
    labelled = (
        line for line in _edges(text) if _SOURCE.fullmatch(line) or _ADDRESS.fullmatch(line)
    )
    return next(filter(None, map(_named, labelled)), "")


def _host(address: str) -> str:
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return re.sub(r"^www\d?\.", "", host)


def _file_name(file: str) -> str:
    """Read a file's name as an outlet's, unless it is one that programs give.

    Examples
    --------
    >>> _file_name("fox-river_news.txt"), _file_name("article (2).docx")
    ('Fox River News', '')
    """
    stem = PurePath(file).name.partition(".")[0]
    if _NO_NAME.fullmatch(stem.lower()) or len(stem) > 40:
        return ""
    words = re.sub(r"[-_]+", " ", stem).split()
    return " ".join(word if word != word.lower() else word.capitalize() for word in words)
