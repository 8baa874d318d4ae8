"""`worksheet`: an event's articles as a page for pupils, a key, and a version to print."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

from framing.analysis import Analysis, analyze
from framing.articles import Articles, ArticleSource, read_articles
from framing.classroom.keyfile import key_as_json, sheet_id
from framing.classroom.namings import answered_by_hand, proposed, settled
from framing.classroom.pages import printable_page, sheet_page
from framing.classroom.rewrites import facts_of, listed_forms
from framing.classroom.sheetrecords import LEVELS, Item, Key, Sheet, Task, WorksheetFiles
from framing.classroom.sheettexts import MarkedText, lay_out, one_event
from framing.errors import SettingsError
from framing.lexicon import Lexicon, Lexicons, Targets, load_lexicons
from framing.output import write_whole
from framing.values import VOICES, Article, readable

__all__ = ["event_articles", "readable_title", "worksheet"]

ASKED = 6
"""Namings a text is asked about at level ``voice``, at most; more would not fit a lesson."""

REWRITTEN = 3
"""Sentences a text gives to be rewritten, at most."""


def worksheet(
    event: ArticleSource | Analysis,
    path: str | Path,
    *,
    level: str = "find",
    answers: str | Path | None = None,
    lexicon: Lexicons = None,
    targets: Targets = None,
    about: Mapping[str, str] | None = None,
    mask: Iterable[str] | None = (),
) -> WorksheetFiles:
    """Make a worksheet from the coverage of one event; it opens by double-click, offline.

    Outlets' names are masked in the texts. The pupils' file holds no answers; the key is a file
    of its own beside it, and so is a version to print, with the answers on a page of their own.
    A worksheet whose answers nobody has read is a draft, and says so.

    Parameters
    ----------
    event
        A folder with one file per outlet, or anything else `read_articles` takes; or what
        `analyze` returned, with your corrections: an answer that you accepted or changed is yours.
    path
        The pupils' file, ``sheet.html``; ``sheet.key.json`` and ``sheet.print.html`` join it.
    level
        ``find`` the loaded words, ``voice`` (whose words are they), ``rewrite`` neutrally,
        ``guess`` the outlet, ``compare`` two outlets.
    answers
        A folder of answer keys made by hand, one YAML file an article. Without it the tool's
        own findings are the key, a draft until each is decided on. Whether a word is loaded goes
        by the word lists in both; where a reader differs, both answers count.
    lexicon
        Lexicons as `analyze` takes them; level ``rewrite`` checks against them too.
    targets
        Parties with their aliases, as `analyze` takes them.
    about
        A few words on each outlet, shown where pupils guess.
    mask
        Further names to hide in the texts. None hides nothing: the outlets stand as given.

    Returns
    -------
    WorksheetFiles
        The paths ``sheet, key, printable``.

    Raises
    ------
    SettingsError
        No such level, articles of several events, an answer key that does not fit, words about
        an outlet that none of the articles is from, or outlets to guess that are not hidden.

    Examples
    --------
    >>> import tempfile
    >>> from framing import Article
    >>> articles = [Article("1", outlet="Post", text="The regime fell on Monday morning."),
    ...             Article("2", outlet="Star", text="The government fell on Monday morning.")]
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     files = worksheet(articles, f"{folder}/sheet.html", lexicon="governments")
    ...     [file.name for file in files]
    ['sheet.html', 'sheet.key.json', 'sheet.print.html']
    """
    if level not in LEVELS:
        raise SettingsError(f"there is no level {level!r}; the levels are {', '.join(LEVELS)}")
    if level == "guess" and mask is None:
        raise SettingsError("where pupils guess the outlet its name is hidden; leave mask=None out")
    articles = event.articles if isinstance(event, Analysis) else event_articles(event)
    one_event(articles)
    readings = lay_out(articles, mask)
    _known_outlets(about or {}, readings)
    if isinstance(event, Analysis):
        analysis, lexicons = event, list(event.lexicons)
    else:
        lexicons = load_lexicons(lexicon)
        analysis = analyze(articles, lexicons, targets=targets, sentiment=False)
    if answers is None:
        items = proposed(analysis, readings)
    else:
        items = settled(answered_by_hand(answers, readings), analysis, readings)
    by_hand = answers is not None
    sheet = _sheet(level, readings, items, lexicons, about or {}, by_hand=by_hand)
    return _written(replace(sheet, masked=mask is not None), Path(path))


def event_articles(event: ArticleSource) -> Articles:
    """Read one event's articles; in a folder, files and the folder name what articles do not.

    Parameters
    ----------
    event : path, Articles or DataFrame
        One event's articles, as `read_articles` takes them.

    Returns
    -------
    Articles
        Of a folder, each with an outlet and an event.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp()) / "flood"
    >>> folder.mkdir()
    >>> _ = (folder / "Ash.txt").write_text("The river rose and the town was left.")
    >>> [(article.outlet, article.event) for article in event_articles(folder)]
    [('Ash', 'flood')]
    """
    read = read_articles(event)
    if isinstance(event, str | Path) and os.path.isdir(event):
        return read.kept(_named_by_file(answer, Path(event)) for answer in read)
    return read


def _named_by_file(article: Article, folder: Path) -> Article:
    """Give an article of EVENT_DIR the outlet and event that its file and folder are named for."""
    return replace(
        article,
        outlet=article.outlet or readable_title(Path(article.id).name),
        event=article.event or folder.resolve().name,
    )


def _known_outlets(about: Mapping[str, str], readings: Sequence[MarkedText]) -> None:
    """Refuse words about an outlet that is not there: most often a name written otherwise."""
    outlets = sorted({reading.text.outlet for reading in readings})
    for name in about:
        if name not in outlets:
            raise SettingsError(
                f"about names {name!r}, which no article is from; the outlets are "
                f"{', '.join(outlets)}"
            )


def _sheet(
    level: str,
    readings: Sequence[MarkedText],
    items: list[Item],
    lexicons: Sequence[Lexicon],
    about: Mapping[str, str],
    *,
    by_hand: bool,
) -> Sheet:
    kept = list(items)
    if level == "compare":
        readings, kept = _most_unlike(readings, items)
    if level == "voice":
        kept = [item for reading in readings for item in _to_ask(items, reading.text.label)]
    tasks = _tasks(readings, kept) if level == "rewrite" else ()
    _something_to_ask(level, kept, tasks)
    listed: tuple[str, ...] = ()
    if level == "rewrite":
        listed = listed_forms(lexicons, [item.text for item in items if item.loaded])
    texts = tuple(reading.text for reading in readings)
    event = readings[0].article.event or "One event"
    key = Key(
        sheet=sheet_id(level, texts, tuple(kept)),
        level=level,
        title=readable_title(event),
        texts=texts,
        items=tuple(kept),
        tasks=tasks,
        listed=listed,
        made_from=_made_from(level, kept, by_hand),
        undecided=0 if level == "guess" else sum(not item.decided for item in kept),
    )
    outlets = sorted({text.outlet for text in texts})
    concepts = sorted({item.concept for item in kept}) if level == "compare" else []
    return Sheet(key, tuple((name, about.get(name, "")) for name in outlets), tuple(concepts))


def _made_from(level: str, items: Sequence[Item], by_hand: bool) -> str:
    """Say who answered: a person, framing, or both; who published a text, its article says."""
    decided = sum(item.decided for item in items)
    if by_hand:
        return "made by hand"
    if level == "guess":
        return "taken from the articles, which name their outlets"
    if decided == len(items) and items:
        return "found by framing, and each accepted or changed by a teacher"
    if decided:
        return f"found by framing, and {decided} of {len(items)} read by a teacher"
    return "found by framing, not read by hand"


def _something_to_ask(level: str, items: Sequence[Item], tasks: Sequence[Task]) -> None:
    """Refuse a worksheet that would ask nothing; finding and guessing need no question."""
    missing = {
        "voice": "" if items else "no word that is loaded, quoted or reported",
        "compare": "" if items else "nothing that the lexicons name",
        "rewrite": "" if tasks else "no loaded word in an outlet's own voice",
    }.get(level)
    if missing:
        raise SettingsError(
            f"there is nothing to ask at level {level!r} (“{LEVELS[level]}”): {missing} was found "
            "in these articles; take another lexicon or level, or give answers made by hand"
        )


def readable_title(event: str) -> str:
    """Write a folder's name as a title; a name with spaces or capitals is one already."""
    slug = re.fullmatch(r"[a-z]+(?:[-_][a-z]+)*", event)
    return readable(event).title() if slug else event


def _to_ask(items: Sequence[Item], label: str) -> list[Item]:
    """Choose the namings of one text that pupils are asked about, the rarer voices first."""
    mine = [item for item in items if item.article == label]
    telling = [item for item in mine if item.loaded or item.voice != "own"]
    by_voice = [[item for item in telling if item.voice == voice] for voice in reversed(VOICES)]
    rows = zip_longest(*by_voice)
    chosen = [item for row in rows for item in row if item is not None][:ASKED]
    return [item for item in mine if item in chosen]


def _tasks(readings: Sequence[MarkedText], items: Sequence[Item]) -> tuple[Task, ...]:
    """Take sentences in which the outlet itself chose a loaded word, those with most first."""
    tasks: list[Task] = []
    for reading in readings:
        loaded: dict[str, list[str]] = {}
        for item in items:
            if item.article == reading.text.label and item.loaded and item.voice == "own":
                loaded.setdefault(reading.sentence(item.field, item.start), []).append(item.text)
        ranked = sorted(loaded, key=lambda sentence: -len(loaded[sentence]))[:REWRITTEN]
        for sentence in filter(ranked.__contains__, loaded):
            words = tuple(loaded[sentence])
            facts, rest = facts_of(sentence, words)
            name = f"t{len(tasks) + 1}"
            tasks.append(Task(name, reading.text.label, sentence, words, facts, rest))
    return tuple(tasks)


def _most_unlike(
    readings: Sequence[MarkedText], items: Sequence[Item]
) -> tuple[list[MarkedText], list[Item]]:
    """Keep the two texts whose own-voice loaded shares lie furthest apart, as A and B."""

    def share(reading: MarkedText) -> float:
        own = [i for i in items if i.article == reading.text.label and i.voice == "own"]
        return sum(item.loaded for item in own) / len(own) if own else 0.0

    ordered = sorted(readings, key=lambda reading: (share(reading), reading.text.label))
    pair = sorted((ordered[0], ordered[-1]), key=lambda reading: reading.text.label)
    letters = {reading.text.label: letter for reading, letter in zip(pair, "AB", strict=True)}
    kept = [replace(reading, text=reading.text.lettered(letters)) for reading in pair]
    return kept, [
        replace(item, article=letters[item.article]) for item in items if item.article in letters
    ]


def _written(sheet: Sheet, path: Path) -> WorksheetFiles:
    stem = path.name.removesuffix(".html")
    files = WorksheetFiles(
        path,
        path.with_name(f"{stem}.key.json"),
        path.with_name(f"{stem}.print.html"),
    )
    write_whole(files.sheet, sheet_page(sheet))
    write_whole(files.key, key_as_json(sheet.key))
    write_whole(files.printable, printable_page(sheet))
    return files
