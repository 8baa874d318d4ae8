"""The kinds of chart: every file of ``framing.charts.kinds`` holds one, which registers itself."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING

from framing.errors import SettingsError

if TYPE_CHECKING:
    from framing.charts.display import Display

__all__ = ["Kinds", "forget", "kind_named", "register"]

_KNOWN: dict[str, type[Display]] = {}


def register(display: type[Display]) -> None:
    """Take in a kind of chart; a display that names its `kind` is registered when defined."""
    _KNOWN[display.kind] = display


def forget(kind: str) -> None:
    """Take a kind of chart out again, as where a notebook has tried one."""
    _KNOWN.pop(kind, None)


class Kinds(Mapping[str, "type[Display]"]):
    """The kinds by name, in the order in which a reader wants to hear of them (`Display.rank`).

    Files are read when first asked for. A kind defined elsewhere (a notebook, another package)
    joins when its class is defined.
    """

    def _known(self) -> dict[str, type[Display]]:
        from framing.charts import kinds

        for found in pkgutil.iter_modules(kinds.__path__):
            importlib.import_module(f"{kinds.__name__}.{found.name}")
        return dict(sorted(_KNOWN.items(), key=lambda item: (item[1].rank, item[0])))

    def __getitem__(self, kind: str) -> type[Display]:
        return self._known()[kind]

    def __iter__(self) -> Iterator[str]:
        return iter(self._known())

    def __len__(self) -> int:
        return len(self._known())


def kind_named(kind: str) -> type[Display]:
    """Return a kind of chart by name.

    Raises
    ------
    SettingsError
        There is no such kind; the message lists those that are.
    """
    known = dict(Kinds())
    if kind in known:
        return known[kind]
    near = get_close_matches(kind, known, n=1)
    raise SettingsError(
        f"there is no chart {kind!r}; the kinds are {', '.join(known)}."
        + (f" Did you mean {near[0]!r}?" if near else "")
    )
