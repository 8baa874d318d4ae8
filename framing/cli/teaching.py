"""`framing worksheet` and `framing mark`: the classroom from the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from framing.cli.commands import registered
from framing.cli.options import pairs, writes
from framing.cli.terminal import say, tell
from framing.language.numberwords import counted

if TYPE_CHECKING:
    from framing.analysis import Analysis

__all__ = ["mark", "worksheet"]


@registered("teaching")
@click.command()
@click.argument("event", metavar="EVENT_DIR")
@click.option(
    "--event", "name", metavar="NAME", help="Which event, where EVENT_DIR is a saved analysis."
)
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="SHEET.html",
    type=click.Path(dir_okay=False),
    help="The pupils' file; the key and a version to print are written beside it.",
)
@click.option(
    "--level",
    default="find",
    show_default=True,
    help="What the worksheet asks: `find` the loaded words, `voice` (whose words they are), "
    "`rewrite` neutrally, `guess` the outlet, or `compare` two outlets.",
)
@click.option(
    "--answers",
    metavar="DIR",
    type=click.Path(file_okay=False),
    help="Answer keys made by hand; without them the key is what framing found.",
)
@click.option("--lexicon", "-l", metavar="ID|FILE", multiple=True, help="Lexicons to use.")
@click.option("--targets", metavar="FILE", type=click.Path(), help="Parties with their aliases.")
@click.option("--no-sentiment", is_flag=True, hidden=True, expose_value=False)
@click.option(
    "--about",
    multiple=True,
    metavar="OUTLET=WORDS",
    help="A few words on an outlet, shown beside its name where pupils guess; repeatable.",
)
@click.option(
    "--marking-page",
    metavar="PAGE.html",
    type=click.Path(dir_okay=False),
    help="Also write the page that marks pupils' files in a browser, without a command.",
)
@click.option("--mask", multiple=True, metavar="NAME", help="A further name to hide; repeatable.")
@click.option("--show-outlets", is_flag=True, help="Leave the outlets' names as given.")
@click.option(
    "--corrections",
    metavar="FILE.csv",
    type=click.Path(dir_okay=False),
    help="Your decisions on what framing found; those that you accepted or changed are no draft.",
)
def worksheet(
    event: str,
    name: str | None,
    output: str,
    level: str,
    answers: str | None,
    lexicon: tuple[str, ...],
    targets: str | None,
    about: tuple[str, ...],
    marking_page: str | None,
    mask: tuple[str, ...],
    show_outlets: bool,
    corrections: str | None,
) -> None:  # fmt: skip
    """Make a worksheet from one event's coverage; it opens by double-click, without a network.

    Outlets are hidden, no pupil's name is asked for, and the key is a file of its own. Until you
    have decided on each of its answers (by --corrections, or on the page of framing open), it is a
    draft and says so.
    """
    from framing.classroom import marking_page as write_marking_page
    from framing.classroom import read_key
    from framing.classroom import worksheet as make
    from framing.page.pagefile import need_page

    writes([event, answers, targets, corrections, *lexicon], output, marking_page)
    for page in (output, marking_page):
        need_page(page)
    read = _event_analysis(event, name, lexicon, targets, corrections)
    files = make(
        read, output, level=level, answers=answers, about=pairs(about, "--about"),
        mask=None if show_outlets else mask,
    )  # fmt: skip
    say(f"for the pupils: {files.sheet}")
    say(f"for you: {files.key} (the key), {files.printable} (to print)")
    key = read_key(files.key)
    if key.undecided:
        say(
            f"this is a draft: of {counted(len(key.items), 'naming')} found for its key nobody has "
            f"read {key.undecided}; decide on the page of `framing open`, or with --corrections"
        )
    if marking_page:
        say(f"to mark in a browser: {write_marking_page(marking_page)}")


def _event_analysis(
    event: str, name: str | None, lexicon: tuple[str, ...], targets: str | None,
    corrections: str | None,
) -> Analysis:  # fmt: skip
    """Return the analysis of an event: of a folder of its articles, or out of a saved one."""
    from framing.analysis import analyze, is_saved, open_analysis
    from framing.classroom import event_articles

    if not is_saved(Path(event)):
        if name is not None:
            raise click.UsageError("--event is for a saved analysis; give the event's own folder")
        return analyze(
            event_articles(event), list(lexicon) or None, targets=targets, corrections=corrections,
            sentiment=False,
        )  # fmt: skip
    if lexicon or targets or corrections:
        raise click.UsageError(
            f"{event} is a saved analysis, made already with its lexicons, targets and "
            "corrections; give the articles to analyse them anew"
        )
    read = open_analysis(event)
    articles = counted(len(read.articles), "article")
    say(f"saved analysis of {articles} read; nothing is analysed again")
    return read if name is None else read.of_event(name)


@registered("teaching")
@click.command()
@click.argument("files", metavar="ANSWERS.json...", nargs=-1, required=True)
@click.option(
    "--key",
    required=True,
    metavar="SHEET.key.json",
    type=click.Path(dir_okay=False),
    help="The key that was written beside the worksheet.",
)
@click.option("--due", metavar="DATE", help="When answers were due; later ones are reported.")
@click.option(
    "-o",
    "--output",
    metavar="PAGE.html",
    type=click.Path(dir_okay=False),
    help="A page for the projector, without pupils' codes.",
)
@click.option(
    "--tables",
    metavar="DIR",
    type=click.Path(file_okay=False),
    help="One CSV per pupil, and class.csv.",
)
def mark(
    files: tuple[str, ...], key: str, due: str | None, output: str | None, tables: str | None
) -> None:  # fmt: skip
    """Mark pupils' answers: agreement with the key and in the class, and what they differ on."""
    from framing.classroom import mark_answers
    from framing.page.pagefile import need_page

    writes([*files, key], output, folders=[tables])
    need_page(output)
    marking = mark_answers(list(files), key, due=due)
    for problem in marking.problems:
        say(f"{problem.file}: {problem.what}")
    tell(counted(len(marking.pupils), "pupil"))
    for name in next(iter(marking.counts.values()), {}):
        n, total = (sum(c[name][i] for c in marking.counts.values()) for i in (0, 1))
        tell(f"{name}: {n} of {total}")
    for name, alpha in marking.alphas.items():
        value = "–" if alpha.value is None else f"{alpha.value:.2f}"
        tell(f"agreement ({name}): {value}; {alpha.words}")
    if output:
        say(f"page written to {marking.write(output)}")
    if tables:
        say(f"{len(marking.to_csv(tables))} tables written to {tables}")
