"""The report: one self-contained HTML page of a comparison."""

from __future__ import annotations

from framing.report.writing import write_report

__all__ = ["write_report"]
