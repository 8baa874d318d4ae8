"""What the buttons make: report, picture, tables, worksheet and key, in the work's folder."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from framing.analysis import analyze
from framing.articles import Articles
from framing.classroom import LEVELS, worksheet
from framing.errors import SettingsError
from framing.local.outcome import outcome_of
from framing.local.workfolder import Work
from framing.output import write_whole

__all__ = ["PICTURES", "make"]

PICTURES = {
    "pairs": "the words two outlets chose for the same thing",
    "naming": "the words of every outlet",
    "voice": "whose words they are",
    "sources": "who gets a say",
}
"""Kinds of picture offered, by what they show."""

_ENDINGS = ("png", "svg", "pdf")


def make(work: Work, what: str, wishes: Mapping[str, str]) -> list[str]:
    """Make one thing into the work's folder ``made``; return what to say of it.

    Raises
    ------
    SettingsError
        There is no such thing, or it can't be made of these articles; the message says why.
    """
    makers = {"report": _report, "picture": _picture, "tables": _tables, "worksheet": _worksheet}
    if what not in makers:
        raise SettingsError(f"there is no {what[:40]!r} to be made")
    work.made.mkdir(parents=True, exist_ok=True)
    made = makers[what](work, wishes)
    return [f"Made: {', '.join(path.name for path in made)}. Save them from the list below."]


def _report(work: Work, wishes: Mapping[str, str]) -> list[Path]:
    from framing.report import write_report

    path = work.made / f"{work.slug}-report.html"
    return [write_report(outcome_of(work).comparison, path, title=work.title)]


def _picture(work: Work, wishes: Mapping[str, str]) -> list[Path]:
    from framing.charts import chart

    kind, ending = wishes.get("kind", "pairs"), wishes.get("ending", "png")
    if kind not in PICTURES or ending not in _ENDINGS:
        raise SettingsError(f"there is no picture {kind[:40]!r} as {ending[:10]!r}")
    size = wishes.get("size", "page")
    path = work.made / f"{work.slug}-{kind}-{size[:10]}.{ending}"
    return [chart(kind, outcome_of(work).comparison, path, size=size)]


def _tables(work: Work, wishes: Mapping[str, str]) -> list[Path]:
    """Pack all tables into one archive, the same bytes for the same tables."""
    packed = io.BytesIO()
    with TemporaryDirectory(prefix="framing-") as folder:
        tables = outcome_of(work).comparison.save(Path(folder) / "tables")
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sorted(tables.rglob("*")):
                if path.is_file():
                    entry = zipfile.ZipInfo(path.relative_to(folder).as_posix())
                    entry.compress_type = zipfile.ZIP_DEFLATED
                    archive.writestr(entry, path.read_bytes())
    return [write_whole(work.made / f"{work.slug}-tables.zip", packed.getvalue())]


def _worksheet(work: Work, wishes: Mapping[str, str]) -> list[Path]:
    level = wishes.get("level", "find")
    if level not in LEVELS:
        raise SettingsError(f"there is no worksheet {level[:40]!r}")
    mask = None if wishes.get("outlets") == "given" and level != "guess" else ()
    chosen = [article for article in outcome_of(work).articles if f"take|{article.id}" in wishes]
    if len(chosen) < 2:
        raise SettingsError("choose two articles or more for the worksheet")
    analysis = analyze(Articles(chosen), corrections=work.corrections(), sentiment=False)
    path = work.made / f"{work.slug}-{level}.html"
    return list(worksheet(analysis, path, level=level, mask=mask))
