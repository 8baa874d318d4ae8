"""The report: one self-contained HTML page of a comparison, or of who says what in articles."""

from __future__ import annotations

from framing.report.eventsections import PageRoom
from framing.report.voices import write_attributions
from framing.report.writing import write_report

__all__ = ["PageRoom", "write_attributions", "write_report"]
