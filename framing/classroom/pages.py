"""The pages of a worksheet, rendered: the pupils' own, and one to print with its answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from markupsafe import Markup

from framing.classroom.sheetrecords import LEVELS, Item, Sheet, SheetText
from framing.page import Highlight, environment, mark, sealed
from framing.values import Span

__all__ = ["VOICE_WORDS", "printable_page", "sheet_page"]

Words: TypeAlias = Mapping[str, tuple[Span, ...]]

VOICE_WORDS = {
    "own": ("the outlet's own words", "Nobody is named: the outlet itself chose the word."),
    "quoted": ("quoted", "The word stands inside quotation marks and somebody said it."),
    "attributed": ("reported", "Somebody's words or claim, told without quotation marks."),
    "distanced": ("held at arm's length", "“So-called”, or quotation marks with nobody speaking."),
}
"""The four voices as a pupil reads them: a name, and one line that explains it."""


def sheet_page(sheet: Sheet) -> str:
    """Render the pupils' page; nothing of the answers or the outlets' letters is in it."""
    key = sheet.key
    asked = key.items if key.level == "voice" else ()
    data = {
        "sheet": key.sheet,
        "level": key.level,
        "title": key.title,
        "voices": [[voice, *words] for voice, words in VOICE_WORDS.items()],
        "texts": [text.label for text in key.texts],
        "items": [
            {"id": item.id, "article": item.article, "text": item.text, "n": number}
            for number, item in enumerate(asked, 1)
        ],
        "tasks": [
            {
                "id": task.id,
                "article": task.article,
                "text": task.text,
                "words": list(task.words),
                "facts": list(task.facts),
                "rest": list(task.rest),
            }
            for task in key.tasks
        ],
        "listed": "".join(key.listed),
        "outlets": [list(outlet) for outlet in sheet.outlets] if key.level == "guess" else [],
        "concepts": list(sheet.concepts),
    }
    template = environment("framing.classroom").get_template("worksheet.html")
    page = template.render(
        sheet=sheet,
        level=key.level,
        level_title=LEVELS[key.level],
        texts=[] if key.level == "rewrite" else [_shown(t, asked, t.words) for t in key.texts],
        data=data,
        voices=VOICE_WORDS,
    )
    return sealed(page)


def printable_page(sheet: Sheet) -> str:
    """Render the version to print: texts and lines to write on, then the answers apart."""
    key = sheet.key
    asked = key.items if key.level == "voice" else ()
    template = environment("framing.classroom").get_template("print.html")
    return template.render(
        sheet=sheet,
        key=key,
        level=key.level,
        level_title=LEVELS[key.level],
        texts=[] if key.level == "rewrite" else [_shown(text, asked, {}) for text in key.texts],
        asked=list(enumerate(asked, 1)),
        answers=[(text, _answers(key.items, text.label)) for text in key.texts],
        voices=VOICE_WORDS,
    )


def _answers(items: tuple[Item, ...], label: str) -> list[Item]:
    return [item for item in items if item.article == label]


def _shown(text: SheetText, asked: Sequence[Item], words: Words) -> dict[str, object]:
    """Return one text for a template: its letter, and its paragraphs as HTML by field.

    Asked namings are marked; where nothing is asked, each of `words` can be.
    """
    numbers = {item.id: number for number, item in enumerate(asked, 1)}
    fields = {}
    for field in text.fields:
        marks = [
            Highlight(item.start, item.end, {"class": "asked", "data-n": numbers[item.id]})
            for item in asked
            if (item.article, item.field) == (text.label, field)
        ]
        if not asked and words:
            marks = [
                Highlight(start, end, {"class": "w", "data-s": start, "data-e": end}, "span")
                for start, end in words[field]
            ]
        fields[field] = [_paragraph(text.fields[field], span, marks) for span in text.shown[field]]
    return {"label": text.label, "outlet": text.outlet, "title": [], "text": [], **fields}


def _paragraph(text: str, span: tuple[int, int], marks: list[Highlight]) -> Markup:
    start, end = span
    inside = [
        mark._replace(start=mark.start - start, end=mark.end - start)
        for mark in marks
        if start <= mark.start and mark.end <= end
    ]
    return mark(text[start:end], inside)
