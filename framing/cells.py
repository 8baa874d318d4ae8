"""Cells of files that people open in a spreadsheet, kept from being formulas."""

from __future__ import annotations

import re

__all__ = ["guarded", "unguarded"]

#: What makes a spreadsheet compute a cell of text, behind apostrophes that were put there.
_FORMULA = re.compile(r"(?='*[=+\-@\t\r\n＝＋－＠])")


def guarded(cell: object) -> object:
    """Put an apostrophe before a text that a spreadsheet would take for a formula.

    Parameters
    ----------
    cell : object
        Anything but a text is returned as it is.

    Returns
    -------
    object
        The cell, or the text with one apostrophe more.

    Examples
    --------
    >>> guarded("=1+1"), guarded("-5 degrees"), guarded(-5), unguarded(guarded("'=1"))
    ("'=1+1", "'-5 degrees", -5, "'=1")
    """
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """Return a `cell` without the apostrophe that `guarded` put there.

    Examples
    --------
    >>> unguarded("'=1+1"), unguarded("'tis the season")
    ('=1+1', "'tis the season")
    """
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
