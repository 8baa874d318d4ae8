"""`mark_answers`: a class's answers marked, as a page for the projector and tables for each."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from framing.classroom.answers import Answers, Problem, answer_files, read_answers
from framing.classroom.classagreement import SAID, Alpha
from framing.classroom.keyfile import read_key
from framing.classroom.pages import VOICE_WORDS
from framing.classroom.points import ScoredWord, ScoreLine, score
from framing.classroom.sheetrecords import LEVELS, Key
from framing.errors import SettingsError
from framing.output import guarded, replacing, will_write, write_whole
from framing.page import environment, need_page, sealed, summary

__all__ = ["Marking", "mark_answers", "marking_page"]

SHOWN = 12
"""Words on the projector page, those the class differs on most."""


@dataclass(frozen=True, slots=True)
class Marking:
    """A class's answers, marked.

    Attributes
    ----------
    key : Key
        What was marked against.
    pupils : tuple of Answers
        Those that count, by code.
    problems : tuple of Problem
        Files that were late, empty, edited, doubled or unreadable, and what was done.
    lines : mapping of code to list of Line
        Each pupil's answers beside the key's.
    counts : mapping of code to mapping of str to (int, int)
        For each pupil and measure: n of N. Words found are counted in the texts in which the
        pupil marked anything; the others count as not read.
    words : tuple of Word
        What the class answered, that most differed on first.
    alphas : mapping of str to Alpha
        Agreement among the pupils; empty for rewrites, which are free text.
    """

    key: Key
    pupils: tuple[Answers, ...]
    problems: tuple[Problem, ...]
    lines: Mapping[str, list[ScoreLine]]
    counts: Mapping[str, Mapping[str, tuple[int, int]]]
    words: tuple[ScoredWord, ...]
    alphas: Mapping[str, Alpha]

    def write(self, path: str | Path) -> Path:
        """Write the page for the projector: no pupil's code is on it.

        Parameters
        ----------
        path : path
            The HTML file to write.

        Returns
        -------
        Path
            The file written.

        Raises
        ------
        OutputError
            When it can't be written there, or its name ends as another kind of file.
        """
        template = environment("framing.classroom").get_template("marks.html")
        measures = list(next(iter(self.counts.values()), {}))
        sums = {
            name: tuple(sum(c[name][i] for c in self.counts.values()) for i in (0, 1))
            for name in measures
        }
        page = template.render(
            marking=self,
            level_title=LEVELS[self.key.level],
            sums=sums,
            words=[word for word in self.words if word.differs > 0][:SHOWN],
            voices={voice: words[0] for voice, words in VOICE_WORDS.items()},
        )
        will_write(path)
        need_page(path)
        return write_whole(path, page)

    def to_csv(self, folder: str | Path) -> list[Path]:
        """Write ``class.csv`` (one row per pupil) and one table per pupil into `folder`.

        Parameters
        ----------
        folder : path
            Made where it is missing.

        Returns
        -------
        list of Path
            The files written: ``class.csv``, then each pupil's, in the order of `pupils`.

        Raises
        ------
        OutputError
            When they can't be written there.
        """
        target = Path(folder)
        will_write(folders=[target])
        measures = list(next(iter(self.counts.values()), {}))
        head = ["student", "file", "saved", "late", "edited"]
        head += [part for name in measures for part in (name, f"of ({name})")]
        rows: list[Sequence[object]] = [
            [
                pupil.student,
                pupil.file,
                pupil.saved or "",
                str(pupil.late).lower(),
                str(pupil.edited).lower(),
            ]
            + [n for name in measures for n in self.counts[pupil.student][name]]
            for pupil in self.pupils
        ]
        written = [_table(target / "class.csv", head, rows)]
        columns = ["article", "text", "asked", "answer", "key", "agrees", "other", "reason"]
        names: set[str] = {"class"}
        for pupil in self.pupils:
            name = _file_name(pupil.student, names)
            lines = [
                ["" if value is None else value for value in map(line.__getattribute__, columns)]
                for line in self.lines[pupil.student]
            ]
            written.append(_table(target / f"{name}.csv", columns, lines))
        return written

    def _repr_html_(self) -> str:
        rows: list[tuple[str, object]] = [("pupils", len(self.pupils))]
        rows += [
            (f"alpha, {name}", "–" if alpha.value is None else f"{alpha.value:.2f}: {alpha.words}")
            for name, alpha in self.alphas.items()
        ]
        rows += [(problem.file, problem.what) for problem in self.problems]
        return summary(f"{self.key.title}: {LEVELS[self.key.level]}", rows)


def mark_answers(
    files: str | Path | Iterable[str | Path],
    key: str | Path,
    *,
    due: str | datetime | None = None,
) -> Marking:
    """Mark the answers that pupils saved from a worksheet.

    Parameters
    ----------
    files
        The saved files, or the folder they lie in.
    key
        The worksheet's ``.key.json``.
    due
        When answers were due, ISO 8601; later ones are reported and still counted.

    Returns
    -------
    Marking
        Agreement with the key and among the pupils, and everything odd about the files.

    Raises
    ------
    SettingsError
        The key can't be read, `due` is no date, or not one file holds answers to it.

    Examples
    --------
    >>> import json, tempfile
    >>> from framing import Article
    >>> from framing.classroom import worksheet
    >>> folder = Path(tempfile.mkdtemp())
    >>> articles = [Article("1", outlet="Post", text="The regime fell on Monday morning."),
    ...             Article("2", outlet="Star", text="The government fell on Monday morning.")]
    >>> files = worksheet(articles, folder / "sheet.html", lexicon="governments")
    >>> key = read_key(files.key)
    >>> item = next(each for each in key.items if each.text == "regime")
    >>> mark = {name: getattr(item, name) for name in ("article", "field", "start", "end", "text")}
    >>> answers = {"kind": "framing-answers", "sheet": key.sheet, "marks": [mark]}
    >>> _ = (folder / "owl.json").write_text(json.dumps(answers))
    >>> marked = mark_answers([folder / "owl.json"], files.key)
    >>> marked.counts["owl"]["loaded words of the key found"], marked.problems[0].what
    ((1, 1), 'does not say when it was saved')
    >>> [file.name for file in marked.to_csv(folder / "marks")]
    ['class.csv', 'owl.csv']
    """
    when = _due(due)
    known = read_key(key)
    pupils, problems = read_answers(answer_files(files), known, when)
    if not pupils:
        listed = "; ".join(f"{problem.file} {problem.what}" for problem in problems[:5])
        raise SettingsError(f"no answers to mark: {listed or 'no .json files were found'}")
    scored = score(known, pupils)
    return Marking(
        known,
        tuple(pupils),
        tuple(problems),
        scored.lines,
        scored.counts,
        tuple(scored.words),
        scored.alphas,
    )


def marking_page(path: str | Path) -> Path:
    """Write the page that marks answers in a browser, for lessons without a command line.

    It is the same for every worksheet: the teacher opens the key and the pupils' files in it,
    and nothing is sent anywhere.

    Parameters
    ----------
    path : path
        The HTML file to write.

    Returns
    -------
    Path
        The file written.

    Examples
    --------
    >>> import tempfile
    >>> marking_page(tempfile.mkdtemp() + "/marking.html").name
    'marking.html'
    """
    template = environment("framing.classroom").get_template("marking.html")
    voices = {voice: words[0] for voice, words in VOICE_WORDS.items()}
    will_write(path)
    need_page(path)
    return write_whole(path, sealed(template.render(levels=LEVELS, voices=voices, agreement=SAID)))


def _due(due: str | datetime | None) -> datetime | None:
    if due is None or isinstance(due, datetime):
        return due
    try:
        return datetime.fromisoformat(due)
    except ValueError:
        raise SettingsError(
            f"due {due!r} is no date; write it like 2024-05-17 or 2024-05-17T12:00"
        ) from None


def _table(path: Path, head: Sequence[str], rows: Iterable[Sequence[object]]) -> Path:
    with (
        replacing(path) as temporary,
        temporary.open("w", encoding="utf-8-sig", newline="") as file,
    ):
        writer = csv.writer(file)
        writer.writerow(head)
        writer.writerows([[_cell(value) for value in row] for row in rows])
    return path


def _cell(value: object) -> object:
    """Keep a spreadsheet from taking a pupil's words for a formula."""
    if isinstance(value, bool):
        return str(value).lower()
    return guarded(value)


def _file_name(student: str, taken: set[str]) -> str:
    """Return a file name for a pupil's code, safe and used once."""
    safe = re.sub(r"[^\w-]+", "-", student).strip("-").lower()[:40] or "pupil"
    name, number = safe, 2
    while name in taken:
        name, number = f"{safe}-{number}", number + 1
    taken.add(name)
    return name
