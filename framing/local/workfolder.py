"""One event's folder on disk: articles and the decisions on them, saved whole and by version."""

from __future__ import annotations

import csv
import io
import json
import threading
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from framing.analysis.corrections import load_corrections
from framing.errors import FramingError, SettingsError
from framing.local.anchoring import moved
from framing.local.drafts import Draft, corrected, draft_of
from framing.local.uploads import Received, Upload, receive
from framing.output import write_whole

__all__ = ["Changed", "Place", "StaleError", "Work"]

COLUMNS = ("article_id", "field", "start", "end", "column", "value", "who", "why")
Place = tuple[str, str, int, int]
"""Where a decision stands: article, field, start, end."""
Changed = Mapping[str, str]
"""What was decided on one place: column → value, such as ``{"voice": "own"}``."""


class StaleError(FramingError):
    """Something was changed in another window since this one showed it."""


class Work:
    """The coverage of one event, as a person works on it: a folder, and nothing in memory.

    ``articles.jsonl`` and ``corrections.csv`` are what `read_articles` and `analyze` take, so that
    the command line gives the same numbers. Removed articles lie in ``removed.jsonl``.

    Parameters
    ----------
    folder : Path
        The event's folder; `begin` makes it.

    Examples
    --------
    >>> import tempfile
    >>> work = Work(Path(tempfile.mkdtemp()) / "the-march")
    >>> work.begin("The march")
    >>> draft = work.receive("The militia left the town on Friday.", ()).drafts[0]
    >>> work.remove(draft.id, draft.version)
    >>> work.drafts(), len(work.removed())
    ([], 1)
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = threading.RLock()

    @property
    def slug(self) -> str:
        """The folder's name, by which addresses know it."""
        return self.folder.name

    @property
    def title(self) -> str:
        """The event's name, as the person wrote it."""
        try:
            named = json.loads((self.folder / "work.json").read_text(encoding="utf-8"))["title"]
        except (OSError, ValueError, KeyError, TypeError):
            return self.slug
        return str(named) or self.slug

    @property
    def made(self) -> Path:
        """The folder of what the buttons made."""
        return self.folder / "made"

    def begin(self, title: str) -> None:
        """Make the folder, and write down the event's name, `title`."""
        self.folder.mkdir(parents=True, exist_ok=True)
        write_whole(self.folder / "work.json", json.dumps({"title": title}, ensure_ascii=False))

    def drafts(self) -> list[Draft]:
        """Return the articles as they are now.

        Raises
        ------
        SettingsError
            The file was damaged by something else; it says where it lies.
        """
        path = self.folder / "articles.jsonl"
        try:
            lines = path.read_text(encoding="utf-8").split("\n")
            return [draft_of(json.loads(line)) for line in lines if line.strip()]
        except FileNotFoundError:
            return []
        except (ValueError, TypeError) as problem:
            raise SettingsError(
                f"{path} can't be read any more ({type(problem).__name__}); mend or remove it"
            ) from problem

    def draft(self, identity: str) -> Draft | None:
        """Return the article of the id `identity`, or None where it is no longer there."""
        return next((draft for draft in self.drafts() if draft.id == identity), None)

    def receive(self, pasted: str, uploads: Iterable[Upload]) -> Received:
        """Add what was pasted and dropped.

        Parameters
        ----------
        pasted
            The text in the box, maybe empty.
        uploads
            The files.

        Returns
        -------
        Received
            The drafts that were added, and a sentence on everything that gave none.
        """
        with self._lock:
            present = self.drafts()
            highest = max((int(draft.id[1:]) for draft in (*present, *self._removed())), default=0)
            numbers = iter(range(highest + 1, highest + 100_000))
            received = receive(pasted, uploads, present, lambda: f"a{next(numbers)}")
            if received.drafts:
                self._write([*present, *received.drafts])
        return received

    def keep_aside(self, text: str) -> Path:
        """Return the file beside the articles where `text` is kept, too long to be shown again.

        There is one such file, so that the last text alone is kept.
        """
        return write_whole(self.folder / "not-added.txt", text.encode("utf-8", "replace"))

    def change(self, identity: str, seen: str, fields: Mapping[str, str]) -> str:
        """Save what a person corrected in one article; decisions on its words move along.

        Parameters
        ----------
        identity
            The article.
        seen
            The version that the window showed.
        fields
            What it says now.

        Returns
        -------
        str
            A sentence on decisions that could not be kept; empty where all could.

        Raises
        ------
        StaleError
            The article was changed or removed since.
        """
        with self._lock:
            drafts = self.drafts()
            before = self._seen(drafts, identity, seen)
            after = corrected(before, fields)
            rows, lost = moved(self.decisions(), before, after)
            self._write([after if draft is before else draft for draft in drafts])
            self._write_decisions(rows)
        if not lost:
            return ""
        return f"The words of {lost} decision(s) were rewritten; framing decides there anew."

    def remove(self, identity: str, seen: str) -> None:
        """Take an article out, and the decisions on it; it stays in ``removed.jsonl``.

        Parameters
        ----------
        identity
            The article.
        seen
            The version that the window showed.

        Raises
        ------
        StaleError
            The article was changed or removed since.
        """
        with self._lock:
            drafts = self.drafts()
            gone = self._seen(drafts, identity, seen)
            self._write([*self._removed(), gone], "removed.jsonl")
            self._write([draft for draft in drafts if draft is not gone])
            rows = self.decisions()
            self._write_decisions({p: row for p, row in rows.items() if p[0] != identity})

    def restore(self, identity: str) -> None:
        """Put the removed article `identity` back, as it was; the decisions on it begin anew."""
        with self._lock:
            removed = self._removed()
            back = [draft for draft in removed if draft.id == identity]
            self._write([*self.drafts(), *back])
            self._write([draft for draft in removed if draft.id != identity], "removed.jsonl")

    def removed(self) -> list[Draft]:
        """Return the articles that were taken out."""
        return self._removed()

    def decisions(self) -> dict[Place, dict[str, str]]:
        """Return what was decided: by place, column → value.

        Raises
        ------
        SettingsError
            The file was damaged by something else; it says where it lies.
        """
        path = self.folder / "corrections.csv"
        found: dict[Place, dict[str, str]] = {}
        for correction in load_corrections(path) if path.exists() else ():
            place = (correction.article, correction.field, correction.start, correction.end)
            found.setdefault(place, {})[correction.column] = correction.value
        return found

    def decide(self, given: Sequence[tuple[Place, str, Changed]]) -> list[Place]:
        """Save decisions, each with the one that the window had seen.

        Parameters
        ----------
        given
            For each its place, what the window showed there (in the words of `as_seen`), and what
            is decided now; where that is empty, the decision there is taken back.

        Returns
        -------
        list of Place
            Where another window had decided otherwise in between: these were not saved.
        """
        with self._lock:
            rows = self.decisions()
            stale = []
            for place, seen, changed in given:
                now = as_seen(rows.get(place, {}))
                if now == as_seen(changed):
                    continue
                if now != seen:
                    stale.append(place)
                else:
                    rows[place] = dict(changed)
            self._write_decisions(rows)
        return stale

    def _seen(self, drafts: Sequence[Draft], identity: str, seen: str) -> Draft:
        found = next((draft for draft in drafts if draft.id == identity), None)
        if found is None:
            raise StaleError("this article was removed in another window")
        if found.version != seen:
            raise StaleError("this article was changed in another window since you opened it here")
        return found

    def _removed(self) -> list[Draft]:
        try:
            lines = (self.folder / "removed.jsonl").read_text(encoding="utf-8").split("\n")
        except FileNotFoundError:
            return []
        return [draft_of(json.loads(line)) for line in lines if line.strip()]

    def _write(self, drafts: Iterable[Draft], name: str = "articles.jsonl") -> None:
        event = self.title
        lines = [json.dumps(draft.record(event), ensure_ascii=False) for draft in drafts]
        write_whole(self.folder / name, "".join(f"{line}\n" for line in lines))

    def _write_decisions(self, rows: Mapping[Place, Mapping[str, str]]) -> None:
        file = io.StringIO(newline="")
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for place, changed in sorted(rows.items()):
            for column, value in sorted(changed.items()):
                writer.writerow([*place, column, value, "reader", "decided on the page"])
        write_whole(self.folder / "corrections.csv", file.getvalue())

    def corrections(self) -> list[dict[str, Any]]:
        """Return the decisions as rows that `analyze` takes."""
        return [
            {**dict(zip(COLUMNS, place, strict=False)), "column": column, "value": value,
             "who": "reader", "why": "decided on the page"}
            for place, changed in sorted(self.decisions().items())
            for column, value in sorted(changed.items())
        ]  # fmt: skip


def as_seen(changed: Changed) -> str:
    """Write a decision in one word, as a page remembers what it showed.

    Examples
    --------
    >>> as_seen({"voice": "own", "loaded": "true"}), as_seen({})
    ('loaded=true voice=own', '')
    """
    return " ".join(f"{column}={value}" for column, value in sorted(changed.items()))
