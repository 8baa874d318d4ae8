"""Where a result comes from: version, lexicons, settings and counts, ready for JSON.

No clock and no path of the machine enters it: the same input gives the same bytes.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from framing._version import VERSION

if TYPE_CHECKING:
    from framing.articles import Articles
    from framing.lexicon import Lexicon
    from framing.values import Skipped, Target

__all__ = ["provenance_of"]


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
