"""What a command is told to use is looked up before articles are read: wrong names cost no time.

Reading and analysing may take an hour. Lexicons, files, concepts and guides that don't exist are
told before it; columns, sides and events, which only the articles know, between reading and
analysing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from framing.errors import SettingsError

if TYPE_CHECKING:
    from framing.articles import Articles
    from framing.cli.options import Request
    from framing.voice import VoiceReader

__all__ = ["Ready", "look_up", "need_counting_column", "voice_reader"]

Ready = Callable[["Articles"], object]
"""What is asked of the articles read before they are analysed; it raises where that is not so."""


def voice_reader(name: str) -> VoiceReader | None:
    """Return the voice reader a name means; None is the default one.

    Examples
    --------
    >>> voice_reader("rules") is None
    True
    """
    kind, _, pipeline = name.partition(":")
    if kind == "spacy":
        from framing.voice import SpacyReader

        return SpacyReader.installed(pipeline or None)
    if name != "rules":
        raise click.UsageError(f"--reader {name!r}: it is rules, spacy or spacy:PIPELINE")
    return None


def look_up(request: Request, rest: Mapping[str, Any]) -> None:
    """Read everything that a request and a command's own options (`rest`) name, but the articles.

    Where the request is for a saved analysis, its own lexicons hold, and are asked when it is open.
    """
    _look_up_files(request)
    voice_reader(request.reader)
    concepts, guide = _named(rest, "concepts", "concept"), rest.get("guide")
    if (not concepts and guide is None) or _is_made(request):
        return
    from framing.comparison.comparing import need_concepts
    from framing.lexicon import load_lexicons

    lexicons = load_lexicons(list(request.lexicon) or None)
    need_concepts(concepts, lexicons)
    if guide is not None:
        from framing.curate.styleguides import need_guide

        need_guide(guide, lexicons)


def _look_up_files(request: Request) -> None:
    from framing.lexicon import load_lexicons, load_targets

    if request.lexicon:
        load_lexicons(list(request.lexicon))
    load_targets(request.targets)
    if request.corrections is not None:
        from framing.analysis.corrections import load_corrections

        load_corrections(request.corrections)
    if request.events is not None:
        from framing.events.grouping import event_table

        event_table(request.events)
    if request.labels is not None:
        from framing.validate import read_labels

        read_labels(request.labels)


def _named(rest: Mapping[str, Any], *options: str) -> list[str]:
    given = [rest.get(option) or () for option in options]
    return [name for each in given for name in ([each] if isinstance(each, str) else each)]


def _is_made(request: Request) -> bool:
    """Tell whether a request names an analysis that is made already."""
    from framing.analysis import is_batch, is_saved

    return any(is_saved(Path(path)) or is_batch(Path(path)) for path in request.paths)


def need_counting_column(by: str) -> None:
    """Refuse a column that the mentions don't have, and so can't be counted by."""
    from framing.analysis.columns import MENTIONS
    from framing.lexicon.fields import did_you_mean

    if by not in MENTIONS:
        raise SettingsError(
            f"mentions have no column {by!r} to count by; they have {', '.join(MENTIONS)}."
            f"{did_you_mean(by, MENTIONS)}"
        )
