"""Facts without texts: what a folder that breaks no copyright keeps, and how texts come back.

Kept are ids, outlets, dates, offsets, counts, namings and speakers: facts about a text. Left out
are the texts and headlines, columns of the articles that hold sentences, and the rest of table
cells longer than a naming. A text and a headline leave their SHA-256 behind, by which one's own
copy is known.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from framing.analysis.corrections import text_sha256
from framing.analysis.counting import wording_of
from framing.articles import Articles
from framing.values import Article, Skipped

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "DIGESTS",
    "LONGEST",
    "corpus_sha256",
    "facts_of",
    "join_texts",
    "refilled",
    "stand_in",
    "without_quotes",
    "without_sentences",
]

LONGEST = 8
"""Words of the longest cell that is kept: namings, names and reporting words are shorter."""

DIGESTS = ("text_sha256", "characters", "title_sha256")
"""What an article leaves behind in place of its text and headline."""
_FACTS = ("id", "outlet", "event", "date", "url")
#: Columns of articles that framing writes itself.
_OURS = ("event_rule", "copy_of", "story_rule")
#: Cells that repeat words of an article, by table.
_WORDED = {
    "mentions": ("text", "wording", "speaker", "speaker_name", "cue"),
    "attributions": ("speaker", "speaker_name", "cue"),
    "cues": ("text",),
    "sources": ("speaker_name",),
}
_URL = re.compile(r"\w+://\S+\Z")
_STAND_IN = re.compile(r" … \[[0-9a-f]{8}\]\Z")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|“[^”]*”")


def corpus_sha256(articles: Iterable[Article]) -> str:
    """Return one digest of a corpus: of every article's id, outlet, event, date, title and text.

    The order of the articles does not matter.

    Examples
    --------
    >>> one, two = Article("a", text="Rain."), Article("b", text="Sun.")
    >>> corpus_sha256([one, two]) == corpus_sha256([two, one]) != corpus_sha256([one])
    True
    """
    lines = sorted(
        "\x1f".join(
            [*(str(getattr(article, name) or "") for name in _FACTS[:4]), *_hashes(article)]
        )
        for article in articles
    )
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest()


def _hashes(article: Article) -> tuple[str, str]:
    return text_sha256(article.text), text_sha256(article.title or "")


def facts_of(
    articles: Iterable[Article],
    copies: Mapping[str, str],
    stories: Mapping[str, str],
    digests: Mapping[str, Mapping[str, Any]] | None = None,
) -> tuple[list[dict[str, Any]], tuple[str, ...]]:
    """Return one row of facts an article, and the names of the columns that were left out.

    A column of which one cell is longer than a naming is left out whole, so that no comparison by
    it rests on a part of its cells. Copies and running stories are named, since they can't be
    found without texts. `digests` are those of articles whose texts were not here in the first
    place.
    """
    read = list(articles)
    prose = {
        str(k)
        for article in read
        for k, v in article.meta.items()
        if k not in _OURS and not _is_fact(v)
    }
    rows: list[dict[str, Any]] = []
    for article in read:
        meta = {k: v for k, v in article.meta.items() if str(k) not in prose}
        if article.id in copies:
            meta["copy_of"] = copies[article.id]
        if article.id in stories:
            meta |= {"story": stories[article.id], "story_rule": "linked"}
        row = {name: getattr(article, name) for name in _FACTS} | {"meta": meta}
        rows.append(
            row | (_digests(article) if article.text else dict((digests or {}).get(article.id, {})))
        )
    return rows, tuple(sorted(prose))


def _digests(article: Article) -> dict[str, Any]:
    """Return what a text and a headline leave behind."""
    text, title = _hashes(article)
    return {
        "text_sha256": text, "characters": len(article.text),
        "title_sha256": title if article.title else None,
    }  # fmt: skip


def _is_fact(value: object) -> bool:
    """Whether a cell is short enough to be a fact rather than prose."""
    if isinstance(value, str):
        return len(value.split()) <= LONGEST or _URL.match(value.strip()) is not None
    if isinstance(value, Mapping):
        return all(map(_is_fact, value.values()))
    if isinstance(value, Sequence):
        words = sum(len(cell.split()) for cell in value if isinstance(cell, str))
        return words <= 4 * LONGEST and all(map(_is_fact, value))
    return True


def stand_in(cell: str) -> str:
    """Return a cell as it is kept: its first words and a digest where it is longer than a naming.

    What was told apart stays apart, so that counts by it are the same.

    Examples
    --------
    >>> stand_in("a doctor"), stand_in("a doctor who asked not to be named for fear of arrest")
    ('a doctor', 'a doctor who asked not to be named … [05636a3e]')
    """
    words = cell.split()
    if len(words) <= LONGEST or _STAND_IN.search(cell):
        return cell
    return f"{' '.join(words[:LONGEST])} … [{text_sha256(cell)[:8]}]"


def without_sentences(name: str, table: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    """Shorten the cells of a table that are longer than a naming; also return how many."""
    cut = 0
    for column in _WORDED.get(name, ()):
        short = table[column].map(stand_in, na_action="ignore").astype(table[column].dtype)
        changed = int((short != table[column]).sum())
        if changed:
            cut += changed
            table = table.assign(**{column: short})
    return table, cut


def without_quotes(provenance: Mapping[str, Any]) -> dict[str, Any]:
    """Take the words quoted from articles out of the remarks of a provenance."""
    found = dict(provenance)
    for kind in ("skipped", "warnings"):
        found[kind] = [
            {**row, "reason": _QUOTED.sub("…", str(row["reason"]))} for row in found.get(kind, ())
        ]
    return found


def join_texts(rows: Sequence[Mapping[str, Any]], copies: Sequence[Article]) -> Articles:
    """Give saved articles the texts of one's own copies, known by their SHA-256.

    Where several copies have one text, that of the same id is taken, then that of the same outlet.

    Returns
    -------
    Articles
        All that were saved, under their saved ids; those whose text was not found have none. Their
        `warnings` say which are missing and which have changed.
    """
    by_text: dict[str, list[Article]] = {}
    for copy in copies:
        by_text.setdefault(text_sha256(copy.text), []).append(copy)
    ids = {copy.id for copy in copies}
    urls = {copy.url for copy in copies if copy.url}
    found, warnings = [], []
    for row in rows:
        saved = Article(**{k: row[k] for k in (*_FACTS, "meta")})
        same = by_text.get(row.get("text_sha256") or "", [])
        if same:
            known = min(
                same, key=lambda article: (article.id != saved.id, article.outlet != saved.outlet)
            )
            there = row.get("title_sha256")
            title = known.title if text_sha256(known.title or "") == there else None
            saved = replace(saved, text=known.text, title=title)
            if there is not None and title is None:
                warnings.append(Skipped(saved.id, None, "its headline is not the one analysed"))
        elif saved.id in ids or (saved.url and saved.url in urls):
            warnings.append(
                Skipped(saved.id, None, "its text has changed since (another SHA-256); not joined")
            )
        else:
            warnings.append(Skipped(saved.id, None, "its text is not among the articles given"))
        found.append(saved)
    return Articles(found, warnings=warnings)


def refilled(tables: Mapping[str, pd.DataFrame], articles: Iterable[Article]) -> dict[str, Any]:
    """Put the shortened cells back from the texts that came back: by offsets, names by sources.

    A cell is put back only where it was shortened from these very words.
    """
    texts = {}
    for article in articles:
        texts[article.id, "text"], texts[article.id, "title"] = article.text, article.title or ""
    whole: dict[str, str] = {}
    for name, start, end in (
        ("mentions", "start", "end"), ("cues", "start", "end"),
        ("attributions", "source_start", "source_end"),
    ):  # fmt: skip
        places = tables[name][["article_id", "field", start, end]].dropna()
        for article, field, first, last in places.itertuples(index=False):
            words = texts.get((article, field), "")[first:last]
            if len(words.split()) > LONGEST:
                for cell in (words, wording_of(words), *_names_in(words)):
                    whole[stand_in(cell)] = cell
    found = dict(tables)
    for name, columns in _WORDED.items():
        for column in columns if whole and name in found else ():
            cells = found[name][column]
            back = cells.map(lambda cell: whole.get(cell, cell), na_action="ignore")
            found[name] = found[name].assign(**{column: back.astype(cells.dtype)})
    return found


def _names_in(source: str) -> Iterable[str]:
    """Return what a source may be called by: its words up to each comma, without white space."""
    plain = " ".join(source.split())
    ends = [place for place, sign in enumerate(plain) if sign == ","]
    yield from (plain[:end] for end in (*ends, len(plain)))
