"""Where a result comes from: versions, corpus, lexicons, settings and counts, ready for JSON.

No clock and no path of the machine enters it: the same input gives the same bytes.
"""

from __future__ import annotations

import dataclasses
import importlib.metadata
import platform
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from framing._version import VERSION
from framing.analysis.textfree import corpus_sha256
from framing.digests import room_digest

if TYPE_CHECKING:
    from framing.articles import Articles
    from framing.lexicon import Lexicon
    from framing.values import Skipped, Target

__all__ = ["code", "environment", "events_made", "provenance_of"]

#: Packages that numbers can depend on.
_PACKAGES = (
    "ahocorasick_rs", "lemminflect", "numpy", "pandas", "scikit-learn", "scipy", "textblob",
)  # fmt: skip

#: Rooms that make tables and findings, in the order of the work.
_ROOMS = (
    "articles", "language", "lexicon", "matching", "voice", "stance", "events", "analysis",
    "statistics", "comparison",
)  # fmt: skip


@lru_cache(maxsize=1)
def _versions() -> tuple[tuple[str, str], ...]:
    found = []
    for name in _PACKAGES:
        try:
            found.append((name, importlib.metadata.version(name)))
        except importlib.metadata.PackageNotFoundError:  # another build of it, without metadata
            found.append((name, "unknown"))
    return tuple(found)


def environment() -> dict[str, Any]:
    """Return the versions of Python and of the packages that numbers can depend on."""
    return {"python": platform.python_version(), "packages": dict(_versions())}


def code() -> dict[str, str]:
    """Return the SHA-256 of each room whose rules the tables can depend on."""
    found = {room: room_digest(room) for room in _ROOMS}
    return {room: digest for room, digest in found.items() if digest}


def events_made(articles: Articles) -> dict[str, Any]:
    """Say how many articles have an event, and how events were made."""
    rules = Counter(a.field("event_rule") or "given" for a in articles if a.event)
    return {
        "events": len({a.event for a in articles if a.event}),
        "articles in events": sum(rules.values()),
        "made": dict(sorted(rules.items())),
    }


def _places(rows: Sequence[Skipped]) -> list[dict[str, Any]]:
    return [{**dataclasses.asdict(row), "file": str(row.file)} for row in rows]


def provenance_of(
    articles: Articles,
    lexicons: Sequence[Lexicon],
    targets: Sequence[Target],
    *,
    settings: Mapping[str, Any],
    counts: Mapping[str, int],
    corrections: Mapping[str, Any],
) -> dict[str, Any]:
    """Return the provenance of one run as plain lists, mappings, strings and numbers."""
    return {
        "framing": VERSION,
        "code": code(),
        "environment": environment(),
        "corpus": {"articles": len(articles), "sha256": corpus_sha256(articles)},
        "events": events_made(articles),
        "lexicons": [
            {
                "id": lexicon.id,
                "kind": lexicon.kind,
                "version": lexicon.version,
                "sha256": lexicon.sha256,
                "file": lexicon.path.name if lexicon.path else None,
            }
            for lexicon in lexicons
        ],
        "targets": [{"name": t.name, "aliases": list(t.aliases)} for t in targets],
        "settings": dict(settings),
        "counts": {
            "articles": len(articles),
            "skipped": len(articles.skipped),
            "warnings": len(articles.warnings),
            **counts,
        },
        "corrections": dict(corrections),
        "skipped": _places(articles.skipped),
        "warnings": _places(articles.warnings),
    }
