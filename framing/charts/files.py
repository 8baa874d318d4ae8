"""Charts as files and as SVG inside pages: the same bytes each time, and ids that do not clash."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from framing._version import VERSION
from framing.charts.style import GRID, INK, MUTED, PAPER, style
from framing.errors import SettingsError
from framing.page.marking import clean

if TYPE_CHECKING:
    from framing.charts.display import Display

__all__ = ["save_display", "to_svg"]

FORMATS = ("pdf", "png", "svg")
_SVG = "http://www.w3.org/2000/svg"
_XLINK = "{http://www.w3.org/1999/xlink}href"
_DECIMALS = re.compile(r"-?\d+\.\d{3,}")
_REFERENCE = re.compile(r"url\(#([^)]+)\)")
_THEME = {INK: "ink", PAPER: "paper", MUTED: "muted", GRID: "grid"}


def save_display(display: Display, path: Path, *, dpi: int) -> Path:
    """Write `display` to `path`, drawing it first if it has not been drawn."""
    kind = path.suffix.lower().lstrip(".")
    if kind not in FORMATS:
        raise SettingsError(
            f"{path.name}: a chart can't be written as {kind or 'a file without ending'!r}; "
            "end the name in .png, .svg or .pdf"
        )
    path.write_bytes(_rendered(display, kind, dpi))
    return path


def _rendered(display: Display, kind: str, dpi: int, *, fonts: str = "path") -> bytes:
    import matplotlib

    title, alt = clean(display.title), clean(display.alt)
    metadata: dict[str, dict[str, Any]] = {
        "png": {"Software": f"framing {VERSION}", "Title": title, "Description": alt},
        "svg": {"Date": None, "Creator": [f"framing {VERSION}"], "Title": title,
                "Description": alt},
        "pdf": {"CreationDate": None, "Creator": f"framing {VERSION}", "Producer": None,
                "Title": title, "Subject": alt},
    }  # fmt: skip
    buffer = io.BytesIO()
    with style(), matplotlib.rc_context({"svg.fonttype": fonts}):
        if display.figure_ is None:
            display.plot()
        figure = display.figure_
        if figure is not None:
            figure.savefig(buffer, format=kind, dpi=dpi, metadata=metadata[kind])
    return buffer.getvalue()


def to_svg(display: Display) -> Markup:
    """Return the chart as an ``<svg>`` element for a page, with its alt text.

    Words stay words (they can be searched, read aloud and follow the page's font); ink, paper
    and grid take the page's colours through the CSS variables ``--chart-ink``, ``--chart-paper``,
    ``--chart-muted`` and ``--chart-grid``; ids carry a prefix made from the data, so that several
    charts fit one page.
    """
    raw = _rendered(display, "svg", 72, fonts="none")
    ET.register_namespace("", _SVG)
    ET.register_namespace("xlink", "http://www.w3.org/1999/xlink")
    root = ET.fromstring(raw)  # noqa: S314 - Matplotlib's own output of the line before
    for child in [c for c in root if c.tag == f"{{{_SVG}}}metadata"]:
        root.remove(child)
    prefix = f"{display.kind}-{sha256(raw).hexdigest()[:6]}-"
    _shrink(root)
    _rename(root, prefix)
    _theme(root)
    _describe(root, display, prefix)
    return Markup(ET.tostring(root, encoding="unicode"))  # noqa: S704 - serialised, so escaped


def _shrink(root: ET.Element) -> None:
    """Drop white space between elements, and decimals finer than a hundredth of a point."""
    for node in root.iter():
        if node.text is not None and not node.text.strip():
            node.text = None
        if node.tail is not None and not node.tail.strip():
            node.tail = None
        for name in ("d", "x", "y", "width", "height", "points", "transform"):
            if name in node.attrib:
                value = _DECIMALS.sub(lambda m: f"{float(m[0]):.2f}", node.attrib[name])
                node.set(name, value.replace("\n", " "))


def _rename(root: ET.Element, prefix: str) -> None:
    """Keep the ids that something refers to, under `prefix`; drop all others."""
    used = set()
    for node in root.iter():
        used.update(_REFERENCE.findall(" ".join(node.attrib.values())))
        if node.get(_XLINK, "").startswith("#"):
            used.add(node.attrib[_XLINK][1:])
    for node in root.iter():
        for name, value in list(node.attrib.items()):
            if name == "id":
                if value in used:
                    node.set("id", prefix + value)
                else:
                    del node.attrib["id"]
            elif name == _XLINK:
                # Plain `href` is what browsers read now, and needs no second namespace.
                del node.attrib[name]
                node.set("href", f"#{prefix}{value[1:]}")
            elif "url(#" in value:
                node.set(name, _REFERENCE.sub(rf"url(#{prefix}\1)", value))


def _theme(root: ET.Element) -> None:
    """Let the page's colours stand for ink, paper and grid."""
    for node in root.iter():
        style_ = node.get("style")
        if style_:
            for color, name in _THEME.items():
                style_ = style_.replace(color, f"var(--chart-{name}, {color})")
            node.set("style", style_)


def _describe(root: ET.Element, display: Display, prefix: str) -> None:
    """Give the element its role, title and description; the width is the page's to choose."""
    root.attrib.pop("version", None)
    width = root.attrib.pop("width", "600pt").removesuffix("pt")
    root.attrib.pop("height", None)
    root.set("role", "img")
    root.set("aria-labelledby", f"{prefix}title {prefix}desc")
    root.set("style", f"width: 100%; max-width: {float(width) * 1.45:.0f}px; height: auto")
    title = ET.Element(f"{{{_SVG}}}title", {"id": f"{prefix}title"})
    title.text = clean(display.title or display.kind)
    described = ET.Element(f"{{{_SVG}}}desc", {"id": f"{prefix}desc"})
    described.text = clean(display.alt)
    root.insert(0, title)
    root.insert(1, described)
