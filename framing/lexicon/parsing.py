"""A lexicon file's tree made into a `Lexicon`, with every problem noted by its line."""

from __future__ import annotations

import re
from pathlib import Path

from framing.language.languages import ENGLISH, LANGUAGES, known_language
from framing.lexicon.conceptreader import ConceptReader
from framing.lexicon.fields import Fields, Problems, unique_ids
from framing.lexicon.lexiconrecords import KINDS, Kind, Lexicon, Source
from framing.yamltree import Node

__all__ = ["parse_lexicon"]

_TOP = (
    "schema", "kind", "id", "title", "version", "language", "license", "note", "sources",
    "concepts", "entities", "longest",
)  # fmt: skip
_SOURCE = ("title", "publisher", "author", "year", "url", "doi", "accessed", "says")
_SEMVER = re.compile(r"\d{1,9}\.\d{1,9}\.\d{1,9}(?:[-+][0-9A-Za-z.+-]{1,60})?\Z")


def parse_lexicon(root: Node, path: Path | None, sha256: str, problems: Problems) -> Lexicon:
    """Build the lexicon of a tree; what is wrong goes to `problems`, what is right is kept."""
    top = Fields(root, "the lexicon", _TOP, problems)
    schema = top.text("schema")
    if schema not in (None, "1"):
        top.wrong("schema", "1, the only version there is", schema)
    kind = top.choice("kind", KINDS) or ("entities" if top.has("entities") else "naming")
    name = top.text("id", required=path is None) or (path.stem if path else "lexicon")
    version = top.text("version") or "0.0.0"
    if not _SEMVER.match(version):
        top.wrong("version", "a semantic version such as 1.0.0", version)
    sources = _sources(top, problems)
    known = frozenset(sources)
    reader = ConceptReader(kind, known, problems)
    listed = "entities" if kind == "entities" else "concepts"
    nodes = top.nodes(listed)
    if not nodes and not (top.has(listed) and top.members[listed].value):
        problems.add(top.at(listed), f"the lexicon has no {listed}", f"add a list `{listed}:`")
    read = reader.entity if kind == "entities" else reader.concept
    concepts = [read(node) for node in nodes]
    unique_ids([(concept.id, concept.line) for concept in concepts], "concept", "", problems)
    return Lexicon(
        id=name,
        kind=_kind(kind),
        title=top.text("title") or name,
        version=version,
        language=_language(top),
        license=top.text("license"),
        sources=sources,
        concepts=tuple(concepts),
        sha256=sha256,
        path=path,
        notes=top.texts("note"),
        longest=_longest(top, kind),
    )


def _longest(top: Fields, kind: str) -> bool:
    """Read whether the longest entry of all categories counts, which only those can say."""
    if top.has("longest") and kind != "category":
        top.wrong("longest", "left out but in lexicons of kind 'category'")
    return top.has("longest") and bool(top.boolean("longest", False))


def _language(top: Fields) -> str:
    """Read the language's tag; words of one that framing doesn't know would get wrong forms."""
    tag = top.text("language") or ENGLISH.code
    if known_language(tag) is None:
        read = " or ".join(f"{language.code} ({language.name})" for language in LANGUAGES.values())
        top.wrong("language", f"{read}: framing forms and finds words of no other language", tag)
        return ENGLISH.code
    return tag


def _kind(kind: str) -> Kind:
    return KINDS[[str(each) for each in KINDS].index(kind)]


def _sources(top: Fields, problems: Problems) -> dict[str, Source]:
    node = top.members.get("sources")
    if node is None or node.value is None:
        return {}
    if not isinstance(node.value, dict):
        top.wrong("sources", "a mapping from source ids to their details")
        return {}
    found: dict[str, Source] = {}
    for name, details in node.value.items():
        entry = Fields(details, f"source '{name}'", _SOURCE, problems)
        found[name] = Source(
            id=name,
            title=entry.text("title", required=True) or name,
            publisher=entry.text("publisher"),
            author=entry.text("author"),
            year=entry.integer("year", 1400, 2200),
            url=entry.text("url"),
            doi=entry.text("doi"),
            accessed=entry.date("accessed"),
            says=entry.text("says"),
            line=details.line,
        )
    return found
