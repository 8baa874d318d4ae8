"""`framing lexicon check`: everything worth knowing about a lexicon file before using it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from framing.errors import LexiconError
from framing.lexicon.fields import did_you_mean
from framing.lexicon.formats.quanteda import looks_like_quanteda
from framing.lexicon.formchecks import check_forms
from framing.lexicon.inmemory import decoded, parse_text
from framing.lexicon.lexiconrecords import ROLES, Finding, Lexicon, Source
from framing.lexicon.loading import load_lexicon, read_bytes
from framing.lexicon.parties import party_names
from framing.lexicon.symmetry import audit
from framing.yamltree import read_yaml

__all__ = ["check_lexicon"]

_DOI = re.compile(r"10\.\d{4,9}/\S+\Z")
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z0-9-]{2,24}|\d{1,3})\Z")
_LEVELS = {"error": 0, "warning": 1, "note": 2}


def check_lexicon(path: str | os.PathLike[str]) -> list[Finding]:
    r"""Check a lexicon file: what is wrong, on which line, and what mends it.

    Parameters
    ----------
    path : path
        A YAML or JSON lexicon. Of a foreign format (LIWC, quanteda …) it is said what reading
        it in loses.

    Returns
    -------
    list of Finding
        Errors first, then warnings, then notes, each in the order of lines. An ``error`` keeps
        the file from being used or makes an entry useless; a ``warning`` weakens what can be
        said with it (no source, one direction only, no neutral variant); a ``note`` is worth
        knowing.

    Examples
    --------
    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "walls.yaml"
    >>> _ = path.write_text("schema: 1\nkind: naming\nid: walls\n")
    >>> [finding.what for finding in check_lexicon(path)][0]
    'the lexicon has no concepts'
    """
    file = os.fspath(path)
    if Path(file).suffix.lower() not in (".yaml", ".yml", ".json"):
        return _foreign(file)
    try:
        if looks_like_quanteda(read_yaml(decoded(read_bytes(Path(file)), Path(file)), file)):
            return _foreign(file)
        lexicon, problems = parse_text(
            decoded(read_bytes(Path(file)), Path(file)), file, Path(file)
        )
    except LexiconError as error:
        return [_as_finding(str(error), file)]
    found = list(problems.found)
    found += check_forms(lexicon, file)
    if lexicon.kind == "naming":
        found += _unsourced(lexicon, file)
        found += _slots(lexicon, file)
        found += audit(lexicon, file)
    found += _sources(lexicon, file)
    found += _head(lexicon, file)
    return sorted(found, key=lambda each: (_LEVELS[each.level], each.line or 0))


def _as_finding(message: str, file: str) -> Finding:
    """Take an error that stopped the reading apart into a finding."""
    rest = message.removeprefix(file)
    line = re.match(r", line (\d+)", rest)
    what, _, mend = rest.split(": ", 1)[-1].partition("; ")
    return Finding(file, int(line[1]) if line else None, what, mend)


def _foreign(file: str) -> list[Finding]:
    try:
        lexicon = load_lexicon(file)
    except LexiconError as error:
        return [_as_finding(str(error), file)]
    return [Finding(file, None, note, "", "note") for note in lexicon.notes]


def _unsourced(lexicon: Lexicon, file: str) -> Iterator[Finding]:
    for concept in lexicon.concepts:
        for variant in concept.variants:
            if variant.intensity and not variant.sources and variant.status != "unsourced":
                yield Finding(
                    file,
                    variant.line,
                    f"variant '{variant.id}' of concept '{concept.id}' is loaded and has no source",
                    "add `sources:`, or `status: unsourced`, which leaves it out of every count",
                    "warning",
                )


def _slots(lexicon: Lexicon, file: str) -> Iterator[Finding]:
    """Yield slots with rules but no role, and fixed parties that no shipped file knows."""
    for concept in lexicon.concepts:
        for slot, rule in concept.slot_rules.items():
            if rule.role is None:
                yield Finding(
                    file,
                    concept.line,
                    f"slot '{slot}' of concept '{concept.id}' has no role",
                    f"write `{slot}: {{gloss: …, role: …}}` with one of {', '.join(ROLES)}",
                    "note",
                )
        for variant in concept.variants:
            for party in variant.fixed.values():
                if party not in party_names():
                    yield Finding(
                        file,
                        variant.line,
                        f"variant '{variant.id}' of concept '{concept.id}' is fixed to '{party}', "
                        "which is no shipped party",
                        f"write its declared name.{did_you_mean(party, party_names())}",
                        "note",
                    )


def _sources(lexicon: Lexicon, file: str) -> Iterator[Finding]:
    """Yield sources that can't be found again, and those that nothing cites."""
    cited = {ruling.source for concept in lexicon.concepts for ruling in concept.rulings}
    for concept in lexicon.concepts:
        cited.update(citation.id for citation in concept.sources)
        cited.update(citation.id for each in concept.variants for citation in each.sources)
    for source in lexicon.sources.values():
        for what, mend in _source(source):
            yield Finding(file, source.line, f"source '{source.id}' {what}", mend, "warning")
        if source.id not in cited:
            yield Finding(
                file,
                source.line,
                f"source '{source.id}' is never cited",
                "cite it or remove it",
                "warning",
            )


def _source(source: Source) -> Iterator[tuple[str, str]]:
    if source.url and not _sound_url(source.url):
        yield f"has the URL '{source.url}', which leads nowhere", "write https://host/path"
    if source.doi and not _DOI.match(source.doi):
        yield f"has the DOI '{source.doi}'", "write it without a prefix: 10.1000/xyz"
    if source.url and not source.accessed:
        yield "does not say when its URL was read", "add `accessed: YYYY-MM-DD`"
    if not (source.publisher or source.author):
        yield "names neither publisher nor author", "add one"


def _sound_url(url: str) -> bool:
    """Tell whether a URL has a form that a browser could open; nothing is fetched."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".").encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        return False
    if any(character.isspace() or character in '<>"{}' for character in url):
        return False
    return parts.scheme in ("http", "https") and bool(_HOST.match(host))


def _head(lexicon: Lexicon, file: str) -> Iterator[Finding]:
    if lexicon.version == "0.0.0":
        yield Finding(
            file,
            1,
            "the lexicon has no version",
            "add `version: 1.0.0`: results name it",
            "warning",
        )
    if not lexicon.license:
        yield Finding(
            file, 1, "the lexicon has no license", "add `license: CC0-1.0` or another", "warning"
        )
