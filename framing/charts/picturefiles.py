"""Charts as files: PNG, SVG and PDF, the same bytes each time."""

from __future__ import annotations

import io
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing._version import VERSION
from framing.errors import SettingsError
from framing.output import write_whole
from framing.page.marking import clean

if TYPE_CHECKING:
    from framing.charts.display import Display

__all__ = ["picture_kind", "save_display"]

FORMATS = ("pdf", "png", "svg")
# What makes the bytes of a file depend on nothing but what is drawn.
_SAME: dict[Any, Any] = {"svg.hashsalt": "framing", "svg.fonttype": "path", "pdf.fonttype": 42,
         "path.simplify": False, "text.hinting": "none", "hatch.linewidth": 0.6}  # fmt: skip


def save_display(display: Display, path: Path, *, dpi: int) -> Path:
    """Write `display` to `path`, drawing it first if it has not been drawn."""
    return write_whole(path, rendered(display, picture_kind(path), dpi))


def picture_kind(path: str | Path) -> str:
    """Return the format that a picture's file name ends in, or say which endings there are."""
    path = Path(path)
    kind = path.suffix.lower().lstrip(".")
    if kind not in FORMATS:
        raise SettingsError(
            f"{path.name}: a chart can't be written as {kind or 'a file without ending'!r}; "
            "end the name in .png, .svg or .pdf"
        )
    return kind


def rendered(display: Display, kind: str, dpi: int) -> bytes:
    """Return the bytes of a file of one kind, drawing first if that has not been done."""
    import matplotlib

    title, alt = clean(display.title), clean(display.alt)
    metadata: dict[str, dict[str, Any]] = {
        "png": {"Software": f"framing {VERSION}", "Title": title, "Description": alt},
        "svg": {"Date": None, "Creator": [f"framing {VERSION}"], "Title": title,
                "Description": alt},
        "pdf": {"CreationDate": None, "Creator": f"framing {VERSION}", "Producer": None,
                "Title": title, "Subject": alt},
    }  # fmt: skip
    if display.figure_ is None:
        display.plot()
    figure, buffer = display.figure_, io.BytesIO()
    with matplotlib.rc_context(_SAME), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from")
        if figure is not None:
            figure.savefig(
                buffer, format=kind, dpi=dpi, metadata=metadata[kind], bbox_inches=None,
                facecolor=figure.get_facecolor(),
            )  # fmt: skip
    return buffer.getvalue()
