"""What every command shares: the paths, the lexicon, targets, corrections; and progress."""

from __future__ import annotations

import functools
import glob
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from framing.cli.beforehand import Ready, look_up, voice_reader
from framing.cli.terminal import one_line, say
from framing.language.numberwords import counted

if TYPE_CHECKING:
    from framing.analysis import Analysis
    from framing.articles import Articles
    from framing.values import Skipped

__all__ = ["Request", "analyzed", "opened", "pairs", "read", "reading", "writes"]

_CITED = re.compile(r"\d+|'[^']{0,200}'|\"[^\"]{0,200}\"|“[^”]{0,200}”")
"""What may differ between two remarks of one kind: numbers, and what stands in quotation marks."""


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asked to be read, and with what."""

    paths: tuple[str, ...]
    lexicon: tuple[str, ...]
    targets: str | None
    corrections: str | None
    events: str | None
    sentiment: bool
    reader: str
    articles: tuple[str, ...]
    labels: str | None

    @property
    def inputs(self) -> tuple[str | None, ...]:
        """Every path the command reads."""
        named = (self.targets, self.corrections, self.events, self.labels)
        return (*self.paths, *self.lexicon, *self.articles, *named)


_OPTIONS = (
    click.argument("paths", metavar="PATH...", nargs=-1, required=True),
    click.option(
        "--lexicon", "-l", metavar="ID|FILE", multiple=True,
        help="Lexicon to use instead of all shipped ones; may be given several times.",
    ),
    click.option(
        "--targets", metavar="FILE", type=click.Path(),
        help="Names with their aliases (YAML), for parties the shipped states lack.",
    ),
    click.option(
        "--corrections", metavar="FILE", type=click.Path(),
        help="Your corrections of single decisions; every number follows them.",
    ),
    click.option(
        "--events", metavar="FILE", type=click.Path(),
        help="Events of the articles: a table of `framing events`, corrected by you if need be.",
    ),
    click.option(
        "--no-sentiment", is_flag=True,
        help="Leave sentiment out of `score` and of the tables of `compare`, which is much faster; "
        "nothing else computes it.",
    ),
    click.option(
        "--reader", metavar="NAME", default="rules", show_default=True,
        help="How voices are read: `rules`, or `spacy` (with the parse of an English pipeline; "
        "`spacy:NAME` for one in particular).",
    ),
    click.option(
        "--articles", metavar="PATH", multiple=True,
        help="Your copies of the articles, where PATH is an analysis saved without texts; "
        "repeatable.",
    ),
    click.option(
        "--labels", metavar="FILE", type=click.Path(),
        help="Another annotator's voices of the namings, a model's or a crowd's, in place of the "
        "tool's.",
    ),
)  # fmt: skip


#: Options of reading commands that name files, and folders, to be written.
_FILES, _FOLDERS = ("output", "data"), ("tables", "folder")
#: Options of some of them that name files to be read.
_READ_TOO = ("vectors_from", "rates", "codes", "key")


def reading(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the shared options, and hand them over as one `Request`."""

    @functools.wraps(command)
    def wrapped(
        paths: tuple[str, ...],
        lexicon: tuple[str, ...],
        targets: str | None,
        corrections: str | None,
        events: str | None,
        no_sentiment: bool,
        reader: str,
        articles: tuple[str, ...],
        labels: str | None,
        **rest: Any,
    ) -> Any:
        request = Request(
            paths, lexicon, targets, corrections, events, not no_sentiment, reader, articles, labels
        )
        writes(
            [*request.inputs, *_read_too(rest)],
            *(rest.get(name) for name in _FILES),
            folders=[rest.get(name) for name in _FOLDERS],
        )
        look_up(request, rest)
        return command(request, **rest)

    decorated: Callable[..., Any] = wrapped
    for option in reversed(_OPTIONS):
        decorated = option(decorated)
    return decorated


def _read_too(rest: Mapping[str, Any]) -> Iterator[str]:
    """Yield the paths that a command's own options name to be read."""
    for name in _READ_TOO:
        given = rest.get(name)
        yield from (given,) if isinstance(given, str) else given or ()


def pairs(given: Iterable[str], option: str) -> dict[str, str]:
    """Read NAME=VALUE options; a name may hold anything but an equals sign.

    Examples
    --------
    >>> pairs(["Free Ferrun=an opposition site"], "--about")
    {'Free Ferrun': 'an opposition site'}
    """
    found = {}
    for path in given:
        name, sign, value = path.partition("=")
        if not (sign and name.strip() and value.strip()):
            raise click.UsageError(f"{option} {path!r}: write it as NAME=VALUE")
        found[name.strip()] = value.strip()
    return found


def writes(
    inputs: Iterable[str | None], *files: str | None, folders: Iterable[str | None] = ()
) -> None:
    """Check before the work that the outputs can be written, and keep the inputs from harm.

    The inputs are not written over for as long as the command runs.
    """
    from framing.output import protecting, will_write

    given = [
        found
        for path in inputs
        if path is not None
        for found in (glob.glob(path, recursive=True) if glob.has_magic(path) else [path])
    ]
    click.get_current_context().with_resource(protecting(*given))
    will_write(*files, folders=folders)


def opened(request: Request) -> Analysis | None:
    """Open the saved analysis a request names; None where it names articles.

    What was decided when it was made can't be asked for again.
    """
    from framing.analysis import is_batch, is_saved, open_analysis

    saved = [path for path in request.paths if is_saved(Path(path)) or is_batch(Path(path))]
    if not saved:
        if request.articles:
            raise click.UsageError(
                "--articles brings texts to a saved analysis, and PATH is none: give them as PATH"
            )
        return None
    if len(request.paths) > 1:
        raise click.UsageError(f"{saved[0]} is a saved analysis: give it alone, without others")
    asked = {
        "--lexicon": request.lexicon, "--targets": request.targets,
        "--corrections": request.corrections, "--reader": request.reader != "rules",
    }  # fmt: skip
    for option, given in asked.items():
        if given:
            raise click.UsageError(
                f"{option}: {saved[0]} is a saved analysis, made already; give the articles to "
                "analyse them anew"
            )
    copies = list(request.articles) if len(request.articles) > 1 else "".join(request.articles)
    analysis = open_analysis(saved[0], articles=copies or None)
    for row in analysis.articles.warnings[:10]:
        say(f"  {row.file}: {row.reason}")
    if len(analysis.articles.warnings) > 10:
        say(f"  … and {len(analysis.articles.warnings) - 10} more articles without their text")
    articles = counted(len(analysis.articles), "article")
    say(f"saved analysis of {articles} read; nothing is analysed again")
    if request.events:
        from framing.events import with_events

        analysis = analysis.with_articles(with_events(analysis.articles, request.events))
    return analysis


def read(request: Request) -> Articles:
    """Read the articles a request names, and say what was skipped or looks damaged."""
    from framing.articles import read_articles

    saved = opened(request)
    if saved is not None:
        return saved.articles
    articles = read_articles(list(request.paths) if len(request.paths) > 1 else request.paths[0])
    counts = f"{counted(len(articles), 'article')} read, {len(articles.skipped)} skipped"
    beside = [counted(len(articles.warnings), "warning")] if articles.warnings else []
    if articles.ignored:
        beside.append(f"{counted(len(articles.ignored), 'other file')} left out")
    say(", ".join([counts, *beside]))
    kinds = [_by_kind(rows) for rows in (articles.skipped, articles.warnings)]
    for rows in (*kinds[0][:10], *kinds[1][:10]):
        row, alike = rows[0], len(rows) - 1
        place = f"{row.file}, line {row.line}" if row.line else str(row.file)
        say(
            f"  {one_line(place)}: {row.reason}" + (f" (and {alike} more like it)" if alike else "")
        )
    more = sum(len(rows) for of_kind in kinds for rows in of_kind[10:])
    if more:
        say(f"  … and {more} more; all stand in the provenance of the result")
    if request.events:
        from framing.events import with_events

        articles = with_events(articles, request.events)
    return articles


def _by_kind(rows: Sequence[Skipped]) -> list[list[Skipped]]:
    """Put remarks together that say the same but for numbers and what they cite."""
    kinds: dict[str, list[Skipped]] = {}
    for row in rows:
        kinds.setdefault(_CITED.sub("#", row.reason), []).append(row)
    return list(kinds.values())


def analyzed(request: Request, *, sentiment: bool = False, ready: Ready | None = None) -> Analysis:
    """Read and analyse what the request names (with a progress bar), or open what was saved.

    `ready` is asked of the articles before they are analysed.
    """
    from framing.analysis import analyze

    saved = opened(request)
    if saved is not None:
        return _labelled(saved, request)
    articles = read(request)
    if ready is not None:
        ready(articles)
    with click.progressbar(
        length=len(articles), label="analysing", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        analysis = analyze(
            articles,
            list(request.lexicon) or None,
            targets=request.targets,
            corrections=request.corrections,
            reader=voice_reader(request.reader),
            sentiment=sentiment and request.sentiment,
            progress=lambda done, total: bar.update(done - bar.pos),
        )
    for lost in analysis.provenance["corrections"]["unmatched"]:
        say(f"correction not applied: {lost}")
    return _labelled(analysis, request)


def _labelled(analysis: Analysis, request: Request) -> Analysis:
    """Put another annotator's voices in place of the tool's, where some are given."""
    if request.labels is None:
        return analysis
    from framing.validate import read_labels, with_labels

    return with_labels(analysis, read_labels(request.labels), name=Path(request.labels).stem)
