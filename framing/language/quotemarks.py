"""Quotation marks: which opens a quotation, which closes it, and which may be none."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["ALL_MARKS", "QUOTATION_MARKS"]

QUOTATION_MARKS: Mapping[str, str] = MappingProxyType(
    {"“": '”"', "„": '“”"', '"': '"”', "«": "»", "»": "«", "‹": "›", "‘": "’'", "'": "'’"}
)
"""Each mark that opens a quotation, and those that may close it."""

ALL_MARKS = "“”„\"«»‹›‘’'`"
"""Every character that may be a quotation mark; some are apostrophes as well."""
