"""What a page's file may be called: by another kind's ending it would not open as what it is."""

from __future__ import annotations

from pathlib import Path

from framing.errors import OutputError

__all__ = ["need_page"]

_OTHER_KINDS = frozenset(
    ".pdf .doc .docx .odt .rtf .txt .md .png .jpg .jpeg .gif .svg .csv .tsv .xlsx .xls .ods .json "
    ".jsonl .yaml .yml .pptx .ppt .epub .zip .parquet".split()
)


def need_page(path: str | Path | None) -> None:
    """Refuse a file name that ends as another kind than a page; None is passed over.

    Parameters
    ----------
    path : path or None
        Where a page is to be written; only its ending is looked at.

    Raises
    ------
    OutputError
        When a program for another kind of file would be asked to open the page.

    Examples
    --------
    >>> need_page("report.html")
    >>> need_page("report.pdf")
    Traceback (most recent call last):
    framing.errors.OutputError: report.pdf: this is written as a page; end the name in .html (a \
browser prints it, as PDF too)
    """
    if path is not None and Path(path).suffix.lower() in _OTHER_KINDS:
        raise OutputError(
            f"{path}: this is written as a page; end the name in .html (a browser prints it, as "
            "PDF too)"
        )
