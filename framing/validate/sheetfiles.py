"""A drawn coding sheet as files: a table, a page to code in, and the key."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from framing.output import write_whole
from framing.validate.sheet import CodingSheet

__all__ = ["write_sheet"]


def write_sheet(
    drawn: CodingSheet, folder: str | Path, *, concepts: Sequence[str] = ()
) -> list[Path]:
    """Write ``sheet.csv``, ``sheet.html`` (to code in, with keys) and ``key.csv`` into a folder.

    Give the coders the sheet in either form, never the key.

    Parameters
    ----------
    drawn : CodingSheet
        From `draw_sheet`.
    folder : path
        Made where it is missing.
    concepts : sequence of str
        What the coding page says of the concepts, a line each; nothing by default.

    Returns
    -------
    list of Path
        The three files.

    Raises
    ------
    OutputError
        When the file cannot be written, or is one that is being read.

    Examples
    --------
    >>> import tempfile, framing
    >>> article = framing.Article("a", outlet="Herald", text="The regime fell. Olives grew.")
    >>> found = framing.analyze([article], "governments", sentiment=False)
    >>> files = write_sheet(framing.validate.draw_sheet(found), tempfile.mkdtemp())
    >>> [file.name for file in files], "Herald" in files[0].read_text()
    (['sheet.csv', 'sheet.html', 'key.csv'], False)
    """
    from framing.analysis import write_table
    from framing.page import environment, sealed

    folder = Path(folder)
    template = environment("framing.validate").get_template("sheet.html")
    rows = drawn.sheet.to_dict("records")
    page = sealed(template.render(items=rows, concepts=list(concepts)))
    write_whole(folder / "sheet.html", page)
    return [
        write_table(drawn.sheet, folder / "sheet.csv", spreadsheet=True),
        folder / "sheet.html",
        write_table(drawn.key, folder / "key.csv"),
    ]
