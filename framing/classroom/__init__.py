"""The classroom: worksheets from an event's coverage, and marking what pupils answered.

Everything works offline from files. No pupil's name is asked for, and the key is never in the
pupils' file.
"""

from __future__ import annotations

from framing.classroom.keyfile import read_key
from framing.classroom.making import event_articles, worksheet
from framing.classroom.pages import VOICE_WORDS
from framing.classroom.results import Marking, mark_answers, marking_page
from framing.classroom.sheetrecords import LEVELS, WorksheetFiles

__all__ = [
    "LEVELS",
    "VOICE_WORDS",
    "Marking",
    "WorksheetFiles",
    "event_articles",
    "mark_answers",
    "marking_page",
    "read_key",
    "worksheet",
]
