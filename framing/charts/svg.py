"""SVG for pages: words stay words, colours follow the page, ids do not clash, bytes are few."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from typing import TYPE_CHECKING, TypeAlias

from markupsafe import Markup

from framing.charts.files import rendered
from framing.charts.style import GRID, INK, MUTED, PAPER
from framing.page.marking import clean

if TYPE_CHECKING:
    from framing.charts.display import Display, Link

__all__ = ["to_svg"]

_SVG = "{http://www.w3.org/2000/svg}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_REFERENCE = re.compile(r"url\(#([^)]+)\)")
_DECIMALS = re.compile(r"-?\d+\.\d+")
_SPACES = re.compile(r"\s+")
_THEME = {INK: "ink", PAPER: "paper", MUTED: "muted", GRID: "grid"}
_NUMBERS = ("d", "x", "y", "width", "height", "points", "transform")
_OFTEN = 3


Carried: TypeAlias = "Callable[[Link], Mapping[str, str | int | None]]"


def to_svg(display: Display, *, links: Carried | None = None) -> Markup:
    """Return the chart as an ``<svg>`` element for a page, with its title and alt text.

    With `links` every number drawn has the class ``pick`` (or its group ``picks``) and carries as
    ``data-`` attributes what that function returns for what it counts, so that the page's script
    can open the rows; what is not a number is then hidden from screen readers, who have the
    title, the alt text and the numbers.

    Words stay words (they can be searched, read aloud and follow the page's font); ink, paper
    and grid take the page's colours through the CSS variables ``--chart-ink``, ``--chart-paper``,
    ``--chart-muted`` and ``--chart-grid``; ids and classes carry a prefix made from the kind and
    the data, so that several charts fit one page.
    """
    raw = rendered(display, "svg", 72, fonts="none")
    root = ET.fromstring(raw)  # noqa: S314 - Matplotlib's own output of the line before
    mark = sha256(raw).hexdigest()[:6]
    picks = _picks(root, display) if links is not None else []
    for child in [c for c in root if c.tag == f"{_SVG}metadata"]:
        root.remove(child)
    for node in root.iter():
        _tidy(node)
    _unwrap(root)
    prefix = f"{display.kind[:2]}{mark[:4]}"
    _rename(root, prefix)
    sheet = _classes(root, prefix)
    for node, link in picks:
        _carry(node, links(link) if links is not None else link)
    _hoist(root)
    if picks:
        _hide_others(root)
    _describe(root, display, prefix, sheet, "group" if picks else "img")
    ET.register_namespace("", _SVG.strip("{}"))
    return Markup(ET.tostring(root, encoding="unicode"))  # noqa: S704 - serialised, so escaped


def _picks(root: ET.Element, display: Display) -> list[tuple[ET.Element, Link]]:
    """Return the drawn numbers with what they count, each marked so that it is kept apart."""
    found: list[tuple[ET.Element, Link]] = []
    for node in root.iter(f"{_SVG}g"):
        links = display.links.get(node.get("id", ""), [])
        marks = [node] if len(links) == 1 else list(_drawn(node)) if links else []
        if len(marks) == len(links):
            found += zip(marks, links, strict=True)
    for node, _ in found:
        node.set("class", "pick")
    return found


def _drawn(node: ET.Element) -> Iterator[ET.Element]:
    """Walk the marks that are drawn: not those kept to be used."""
    for child in node:
        if child.tag in (f"{_SVG}use", f"{_SVG}path"):
            yield child
        elif child.tag != f"{_SVG}defs":
            yield from _drawn(child)


def _carry(node: ET.Element, link: Link) -> None:
    """Write what a number counts on the node that shows it."""
    node.set("class", " ".join(dict.fromkeys(["pick", *node.get("class", "").split()])))
    for name, value in link.items():
        node.set(f"data-{name.replace('_', '-')}", clean(str(value)))


def _hoist(root: ET.Element) -> None:
    """Give what many marks of one look have in common to their group, which has the class picks."""
    for group in root.iter(f"{_SVG}g"):
        marks = [node for node in group if node.get("class", "").startswith("pick")]
        classes = {node.get("class", "") for node in marks}
        if len(marks) < _OFTEN or len(classes) > 1 or any(m.tag != f"{_SVG}use" for m in marks):
            continue
        group.set("class", classes.pop().replace("pick", "picks", 1))
        for node in marks:
            del node.attrib["class"]


def _hide_others(node: ET.Element) -> None:
    """Hide from screen readers what holds no number that can be opened."""
    for child in node:
        if "pick" in child.get("class", "").split() or "picks" in node.get("class", "").split():
            continue
        if any({"pick", "picks"} & set(one.get("class", "").split()) for one in child.iter()):
            _hide_others(child)
        elif child.tag != f"{_SVG}defs":
            child.set("aria-hidden", "true")


def _tidy(node: ET.Element) -> None:
    """Drop white space, needless decimals and defaults; let the page's colours in."""
    if node.text is not None and not node.text.strip():
        node.text = None
    if node.tail is not None and not node.tail.strip():
        node.tail = None
    for name in _NUMBERS:
        if name in node.attrib:
            short = _DECIMALS.sub(lambda m: f"{float(m[0]):.2f}".rstrip("0").rstrip("."),
                                  node.attrib[name])  # fmt: skip
            node.set(name, _SPACES.sub(" ", short).strip())
    if node.get("transform", "").startswith("rotate(-0 "):
        del node.attrib["transform"]
    style = node.attrib.pop("style", None)
    if style:
        for color, name in _THEME.items():
            style = style.replace(color, f"var(--chart-{name},{color})")
        node.set("style", style.replace("; stroke-linejoin: miter", "").replace(": ", ":"))


def _unwrap(node: ET.Element) -> None:
    """Replace groups that say nothing, once their ids are of no use, by what is in them."""
    used = _referenced(node)
    _unwrap_below(node, used)


def _unwrap_below(node: ET.Element, used: set[str]) -> None:
    children: list[ET.Element] = []
    for child in node:
        _unwrap_below(child, used)
        bare = set(child.attrib) <= {"id"} and child.get("id") not in used
        if child.tag == f"{_SVG}g" and bare:
            children.extend(child)
        else:
            children.append(child)
    node[:] = children


def _referenced(root: ET.Element) -> set[str]:
    found = set()
    for node in root.iter():
        found.update(_REFERENCE.findall(" ".join(node.attrib.values())))
        if node.get(_HREF, "").startswith("#"):
            found.add(node.attrib[_HREF][1:])
    return found


def _rename(root: ET.Element, prefix: str) -> None:
    """Give new ids, under `prefix`, to what something refers to; drop all others."""
    used = _referenced(root)
    places = [node.get("id", "") for node in root.iter() if node.get("id") in used]
    short = {name: f"{prefix}{i}" for i, name in enumerate(dict.fromkeys(places))}
    for node in root.iter():
        name = node.attrib.pop("id", None)
        if name in short:
            node.set("id", short[str(name)])
        target = node.attrib.pop(_HREF, None)
        if target is not None:
            # Plain `href` is what browsers read now, and needs no second namespace.
            node.set("href", "#" + short.get(target[1:], target[1:]))
        for key, value in node.attrib.items():
            if "url(#" in value:
                node.set(key, _REFERENCE.sub(lambda m: f"url(#{short.get(m[1], m[1])})", value))


def _classes(root: ET.Element, prefix: str) -> str:
    """Turn styles that come often into classes, and return their sheet."""
    counts = Counter(node.get("style", "") for node in root.iter())
    often = [style for style, n in counts.items() if style and n >= _OFTEN]
    names = {style: f"{prefix}{i}" for i, style in enumerate(often)}
    for node in root.iter():
        if node.get("style") in names:
            node.set("class", names[node.attrib.pop("style")])
    return "".join(f".{name}{{{style}}}" for style, name in names.items())


def _describe(
    root: ET.Element, display: Display, prefix: str, sheet: str, role: str
) -> None:  # fmt: skip
    """Give the element its role, title and description; the width is the page's to choose."""
    root.attrib.pop("version", None)
    width = float(root.attrib.pop("width", "600pt").removesuffix("pt"))
    root.attrib.pop("height", None)
    root.set("role", role)
    root.set("aria-labelledby", f"{prefix}title {prefix}desc")
    root.set("style", f"width:100%;max-width:{width * 1.45:.0f}px;height:auto")
    parts: tuple[tuple[str, dict[str, str], str], ...] = (
        ("title", {"id": f"{prefix}title"}, clean(display.title or display.kind)),
        ("desc", {"id": f"{prefix}desc"}, clean(display.alt)),
        ("style", {}, sheet),
    )
    for place, (name, attributes, text) in enumerate(parts):
        node = ET.Element(f"{_SVG}{name}", attributes)
        node.text = text
        root.insert(place, node)
